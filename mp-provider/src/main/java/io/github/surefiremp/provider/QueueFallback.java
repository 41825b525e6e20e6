package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.queue.LoadedServers;
import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueServers;
import java.io.IOException;
import java.util.function.Consumer;

/** With a queue and shards, the shards are for when the queue's server cannot be reached. */
final class QueueFallback {
    private QueueFallback() {}

    /**
     * Decides for one of the two, before anything is planned.
     *
     * @param warning tells the user that it is the shards
     */
    static Handoff decide(Handoff handoff, Consumer<String> warning) {
        if (!handoff.queue().isOn() || !handoff.shard().isOn()) {
            return handoff;
        }
        Handoff.Queue queue = handoff.queue();
        try (LoadedServers loaded = LoadedServers.of(queue.classPath())) {
            return decide(handoff, loaded.servers(), warning);
        } catch (IOException e) {
            return shards(handoff, e, warning);
        }
    }

    static Handoff decide(Handoff handoff, QueueServers servers, Consumer<String> warning) {
        Handoff.Queue queue = handoff.queue();
        try {
            servers.queues(QueueAddress.parse(queue.url(), queue.user(), queue.password()), queue.build());
            return handoff.with(queue, Handoff.Shard.NONE);
        } catch (IOException e) {
            return shards(handoff, e, warning);
        }
    }

    private static Handoff shards(Handoff handoff, IOException reason, Consumer<String> warning) {
        warning.accept("mp: the queue server of mp.queue=" + handoff.queue().url() + " cannot be used ("
                + reason.getMessage() + "), so this machine runs shard "
                + handoff.shard().number() + " of " + handoff.shard().total()
                + " (mp.queueFallback=shard); machines that reach the server run all tests among themselves");
        return handoff.with(Handoff.Queue.NONE, handoff.shard());
    }
}
