package io.github.surefiremp.coordination;

/**
 * Something that is slow to set up, and set up once for all workers: a database, a container, a tenant.
 *
 * <pre>{@code
 * public final class Database implements SharedFixture<String> {
 *     private Server server;
 *
 *     public String setUp() {
 *         server = Server.start();
 *         return server.jdbcUrl();
 *     }
 *
 *     public void tearDown(String jdbcUrl) {
 *         server.stop();
 *     }
 * }
 * }</pre>
 *
 * <p>The first test that needs it sets it up, in its worker; all others wait, and get the handle. That worker stays
 * until the fixture is torn down, by the same object. If the worker dies, the next user sets it up again. If set-up
 * fails, it is not tried again: each user fails with the one cause. A fixture may use others. Where workers do not stay,
 * because tests ask for fresh JVMs, and for fixtures of the whole Maven session, a JVM of its own sets it up and keeps
 * it.
 *
 * <p>It is torn down once: when the last test that has it by {@link Shared} has ended, else at the end of the run, also
 * if tests fail, the run is stopped or the JVM is told to end. Fixtures that are left are torn down one after another,
 * the last one that was set up first.
 *
 * <p>The class has a constructor without parameters; neither has to be public.
 *
 * @param <T> the handle: serializable and not null, at most 1 MiB when serialized
 */
public interface SharedFixture<T> {
    /** Sets it up and answers with what users need to know. */
    T setUp() throws Exception;

    /**
     * Tears it down, on a thread of its own. What it throws fails the run.
     *
     * @param handle what {@link #setUp} answered
     */
    void tearDown(T handle) throws Exception;
}
