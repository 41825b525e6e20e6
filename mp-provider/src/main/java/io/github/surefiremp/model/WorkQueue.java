package io.github.surefiremp.model;

import java.util.List;
import java.util.Optional;

/** Where the dispatcher takes units from; one thread owns it. */
public interface WorkQueue {
    /** Takes the next unit, which is then running; empty when none is waiting. */
    Optional<Unit> take();

    /** The unit ran to its end, whatever the outcome of its tests. */
    void done(Unit unit);

    /** The worker was lost while the unit ran. */
    void lost(Unit unit);

    /** What is waiting will not run, because the user wants to stop after some failures. */
    void skipWaiting();

    /** Units that have not been taken, the next one first. */
    List<Unit> waiting();

    /** Units that a worker has. */
    List<Unit> running();
}
