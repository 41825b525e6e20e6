package io.github.surefiremp.queue;

import io.github.surefiremp.model.GrowingQueue;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** This machine's place in a queue: connected first, which shows what is wrong before any test runs, and joined later. */
public final class MachineQueue implements AutoCloseable {
    private final QueueServers servers;
    private final QueueAddress address;
    private final QueueKey key;
    private final String name;
    private final Times times;
    private @Nullable QueueServer first;

    /**
     * How long things may take.
     *
     * @param leaseMillis after so much time without a sign of life others take a machine's units
     * @param patienceMillis so long the server may be away in the middle of a run
     */
    public record Times(long leaseMillis, long patienceMillis) {}

    private MachineQueue(
            QueueServers servers, QueueAddress address, QueueKey key, String name, Times times, QueueServer first) {
        this.servers = servers;
        this.address = address;
        this.key = key;
        this.name = name;
        this.times = times;
        this.first = first;
    }

    /**
     * Connects.
     *
     * @param name names this machine among all of the build
     * @throws IOException if the server cannot be reached or used
     */
    public static MachineQueue connect(
            QueueServers servers, QueueAddress address, QueueKey key, String name, Times times) throws IOException {
        return new MachineQueue(
                servers, address, key, name, times, servers.connect(address, key, name, times.leaseMillis()));
    }

    /** What names this machine among all of the build. */
    public String name() {
        return name;
    }

    /**
     * Joins the queue; once.
     *
     * @param own what this machine would fill in
     * @param about what the result of the build says of this machine
     * @param local is empty
     * @param atOnce how many of some units could run at the same time at most
     * @param shortOnes whether a unit takes less time than the way to the server is worth
     * @param changed is called by another thread when there is something to take in
     * @throws QueueRefusal if this machine's tests or settings are others than the queue's
     */
    public SharedQueue join(
            QueuePlan own,
            String about,
            GrowingQueue local,
            ToIntFunction<List<Unit>> atOnce,
            Predicate<Unit> shortOnes,
            Runnable changed,
            SharedQueue.Listener listener)
            throws IOException, QueueRefusal {
        QueueServer server = first;
        if (server == null) {
            throw new IllegalStateException("this machine has joined the queue before");
        }
        QueuePlan plan = Joining.join(server, key, own, about);
        first = null;
        QueueLink link = new QueueLink(
                server,
                () -> servers.connect(address, key, name, times.leaseMillis()),
                about,
                times.leaseMillis(),
                times.patienceMillis(),
                changed);
        SharedQueue queue =
                new SharedQueue(plan.units(), local, link, atOnce.applyAsInt(plan.units()), shortOnes, listener);
        link.start();
        return queue;
    }

    @Override
    public void close() {
        QueueServer server = first;
        first = null;
        if (server != null) {
            server.close();
        }
    }
}
