package io.github.surefiremp.model;

import java.util.List;

/** Is told, by one thread, what happens in a run. */
public interface RunObserver {
    /** Discovery has ended, and these units will run; told once, before any of them starts. */
    void planned(List<Unit> units);

    /** A worker's process has started. */
    void workerStarted(int worker, long pid);

    /** A worker has got a unit. */
    void unitStarted(int worker, Unit unit);

    /** A worker reports; between units the event belongs to the worker itself. */
    void reported(int worker, ReportEvent event);

    /** The unit ran to its end. */
    void unitEnded(int worker, Unit unit);

    /**
     * The worker was lost while the unit ran.
     *
     * @param reason a sentence for the report, with what is known of the end
     */
    void unitLost(int worker, Unit unit, String reason);

    /** The unit will not run, because the user wants to stop after some failures. */
    void unitSkipped(Unit unit);

    /** A worker's process is gone and all that it told has been handed on. */
    void workerEnded(int worker, int exitCode);
}
