package io.github.surefiremp.queue;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The queue of one execution in one build, as one machine sees it on the server. For one thread.
 *
 * <p>Each call waits for the server, a few seconds at most, and throws an {@link IOException} if it cannot be reached;
 * then it is not known whether the call had an effect, and this connection is of no use any more. Repeating the same call
 * on a new connection never counts anything twice. All times are the server's.
 */
public interface QueueServer extends AutoCloseable {
    /** The plan that the first machine filled in; empty if none has yet. */
    Optional<QueuePlan> plan() throws IOException;

    /**
     * Fills the queue, all at once.
     *
     * @return whether this machine was the first; if not, nothing was changed
     */
    boolean fill(QueuePlan plan) throws IOException;

    /**
     * This machine takes part, with these words about itself.
     *
     * @throws IOException also if the queue is gone from the server
     */
    void join(String about) throws IOException;

    /**
     * Takes the next units that nobody has had.
     *
     * @param most so many leases at most
     */
    List<Lease> take(int most) throws IOException;

    /**
     * Takes units of machines that have not renewed their leases in time.
     *
     * @param most so many leases at most
     */
    Claimed claim(int most) throws IOException;

    /**
     * What others had.
     *
     * @param leases now this machine's
     * @param givenUp have a result now: they were lost too often
     */
    record Claimed(List<Lease> leases, List<GivenUp> givenUp) {
        public Claimed {
            leases = List.copyOf(leases);
            givenUp = List.copyOf(givenUp);
        }
    }

    /**
     * Gives the result of a unit; with the last one of a lease the lease ends.
     *
     * @return false if the lease is somebody else's by now, or the unit has a result: then this one does not count
     */
    boolean finish(Lease lease, int unit, String result) throws IOException;

    /**
     * Says that this machine is alive and still works on these.
     *
     * @return entries of leases that are somebody else's by now
     */
    Set<String> renew(Collection<Lease> leases) throws IOException;

    /**
     * What has happened since.
     *
     * @param known how many results are known
     */
    News news(int known) throws IOException;

    /**
     * Results of all machines.
     *
     * @param done numbers of the units that have one, without those that were known
     * @param total how many there are; fewer than were known if the server has lost some
     * @param stopped why no more units are to be run, empty if they are
     */
    record News(List<Integer> done, int total, String stopped) {
        public News {
            done = List.copyOf(done);
        }
    }

    /** Others may have these at once; it does not count as a loss. */
    void release(Collection<Lease> leases) throws IOException;

    /** No machine is to begin a unit any more; the first reason holds. */
    void stop(String reason) throws IOException;

    /**
     * Puts results back that the server had accepted and has lost.
     *
     * @return units that have a result of another machine by now
     */
    Set<Integer> restore(Map<Integer, String> results) throws IOException;

    /** This machine has nothing more to do with the queue. */
    void leave() throws IOException;

    /** All that is known of the queue; empty if there is none. */
    Optional<QueueState> state() throws IOException;

    /** Ends the connection; never fails. */
    @Override
    void close();
}
