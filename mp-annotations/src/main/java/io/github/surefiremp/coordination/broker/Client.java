package io.github.surefiremp.coordination.broker;

/**
 * Who is connected to a broker: a worker, a JVM that only keeps fixtures, or this JVM itself. Compared by identity.
 *
 * <p>A plain holder; the broker guards what it remembers of it.
 */
public final class Client {
    /** Where answers go; is called with the broker locked, so it must not block. */
    public interface Outbox {
        void send(Answer answer);
    }

    private final String name;
    private final int worker;
    private final String realm;
    private final boolean host;
    private final Outbox outbox;

    /**
     * @param name for people, such as "worker 2 (pid 4711)"
     * @param worker its number, 0 if it is no worker
     * @param realm those who run tests of the same module and execution have the same
     * @param host whether it sets up fixtures when it is asked to
     */
    public Client(String name, int worker, String realm, boolean host, Outbox outbox) {
        this.name = name;
        this.worker = worker;
        this.realm = realm;
        this.host = host;
        this.outbox = outbox;
    }

    String name() {
        return name;
    }

    int worker() {
        return worker;
    }

    /** Whether it keeps fixtures for the users of the other one. */
    boolean hostsFor(Client other) {
        return host && realm.equals(other.realm);
    }

    void send(Answer answer) {
        outbox.send(answer);
    }
}
