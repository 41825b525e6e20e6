package io.github.surefiremp.queue;

import java.io.IOException;
import java.util.Optional;

/** How a machine joins a queue: the first one fills it, the others have to have the same tests. */
final class Joining {
    private Joining() {}

    /**
     * Joins.
     *
     * @param own what this machine would fill in
     * @return what holds: the plan of the first machine
     * @throws QueueRefusal if this machine's tests or settings are others
     */
    static QueuePlan join(QueueServer server, QueueKey key, QueuePlan own, String about)
            throws IOException, QueueRefusal {
        Optional<QueuePlan> there = server.plan();
        if (there.isEmpty()) {
            if (server.fill(own)) {
                server.join(about);
                return own;
            }
            // Another one was faster.
            there = server.plan();
        }
        QueuePlan plan = there.orElseThrow(() -> new IOException("the queue vanished while it was joined"));
        Optional<String> difference = Difference.between(own, plan);
        if (difference.isPresent()) {
            throw new QueueRefusal("mp.build=" + key.build() + ": this machine would not run what " + plan.leader()
                    + " has put into the queue: " + difference.get()
                    + ". Machines with the same mp.build need the same checkout, settings and version of mp.");
        }
        server.join(about);
        return plan;
    }
}
