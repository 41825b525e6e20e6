package io.github.surefiremp.queue;

import java.io.IOException;
import java.util.List;

/**
 * Connects to queue servers. Its implementation is in an artifact of its own, because it needs a library; it has a
 * constructor without parameters.
 */
public interface QueueServers {
    /** The implementation's class. */
    String IMPLEMENTATION = "io.github.surefiremp.redis.RedisServers";

    /**
     * Connects.
     *
     * @param machine names this machine among all of the build
     * @param leaseMillis after so much time without a sign of life others may have a machine's units
     * @throws IOException if the server cannot be reached, does not let us in, or is too old; the message has no password
     */
    QueueServer connect(QueueAddress address, QueueKey key, String machine, long leaseMillis) throws IOException;

    /** The queues of a build, by module and execution; empty if there are none. */
    List<QueueKey> queues(QueueAddress address, String build) throws IOException;

    /** A view of a queue for one that does not take part. */
    default QueueServer observe(QueueAddress address, QueueKey key, long leaseMillis) throws IOException {
        return connect(address, key, "", leaseMillis);
    }
}
