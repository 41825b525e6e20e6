package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.client.Connections;
import io.github.surefiremp.coordination.client.Connections.Scope;

/**
 * What tests on several workers share, for any test engine.
 *
 * <p>All workers of one execution of Surefire or Failsafe in a module share one set of locks, one message board and so
 * on; with {@link #session()} in front, all workers of the Maven session do. Without mp, or where it is switched off,
 * all of it works inside the one JVM.
 *
 * <pre>{@code
 * try (Lock held = Mp.lock("ledger").acquire(Duration.ofSeconds(30))) { … }
 * String tenant = Mp.messageBoard().computeIfAbsent("tenant", String.class, () -> createTenant());
 * try (Trail.Step step = Mp.trail("server").start()) { if (step.first()) launch(); }
 * String jdbcUrl = Mp.shared(Database.class);
 * }</pre>
 *
 * <p>Any thread may call. A call that waits can be interrupted: it then throws a {@link CoordinationException}, and the
 * thread stays interrupted.
 */
public final class Mp {
    private static final Coordination EXECUTION = new Coordination(Scope.EXECUTION);
    private static final Coordination SESSION = new Coordination(Scope.SESSION);

    private Mp() {}

    /** The lock without a name. */
    public static NamedLock lock() {
        return EXECUTION.lock();
    }

    /**
     * A lock; the same name is the same lock on all workers.
     *
     * @param name not blank, at most 1,000 characters
     */
    public static NamedLock lock(String name) {
        return EXECUTION.lock(name);
    }

    /** The message board. */
    public static MessageBoard messageBoard() {
        return EXECUTION.messageBoard();
    }

    /**
     * A trail; the same name is the same trail on all workers.
     *
     * @param name not blank, at most 1,000 characters
     */
    public static Trail trail(String name) {
        return EXECUTION.trail(name);
    }

    /**
     * The handle of a shared fixture, which is set up now if nobody did before. A fixture that is used this way is torn
     * down at the end of the run, because nobody can know who else will use it; one that is only used by {@link Shared}
     * ends with its last user.
     *
     * @throws CoordinationException if it could not be set up; the cause is the exception of its set-up, the same for
     *     all users
     */
    public static <T> T shared(Class<? extends SharedFixture<T>> fixture) {
        return EXECUTION.shared(fixture);
    }

    /** The same for all workers of the Maven session: all modules and executions that mp runs in it. */
    public static Coordination session() {
        return SESSION;
    }

    static Coordination execution() {
        return EXECUTION;
    }

    /**
     * This worker's number, from 1 to {@link #workers()}, unique among the live workers; 1 without mp, 0 in a JVM that only
     * keeps fixtures.
     */
    public static int workerNumber() {
        Connections.Target target = Connections.target();
        return target == null ? 1 : target.worker();
    }

    /** How many workers there are at most; 1 without mp. */
    public static int workers() {
        Connections.Target target = Connections.target();
        return target == null ? 1 : target.workers();
    }

    /** Whether mp runs this JVM. */
    public static boolean isActive() {
        return Connections.target() != null;
    }
}
