package io.github.surefiremp.model;

import java.util.List;

/** Is told, by one thread, what happens in a run. An observer implements what it cares for; the rest does nothing. */
public interface RunObserver {
    /** Discovery has ended, and these units will run; told once, before any of them starts. */
    default void planned(List<Unit> units) {}

    /** A worker's process has started. */
    default void workerStarted(int worker, long pid) {}

    /** A worker asks for the first time: its JVM has started. */
    default void workerReady(int worker) {}

    /** A worker has nothing to do although units wait; told once for each reason, until it gets a unit or finishes. */
    default void workerWaits(int worker, WaitReason reason) {}

    /** A worker is told that there is no more for it. */
    default void workerFinishes(int worker) {}

    /** A worker has got a unit. */
    default void unitStarted(int worker, Unit unit) {}

    /** A worker reports; between units the event belongs to the worker itself. */
    default void reported(int worker, ReportEvent event) {}

    /** The unit ran to its end. */
    default void unitEnded(int worker, Unit unit) {}

    /**
     * What a lost worker left of its unit will run as a unit of its own; told before {@link #unitLost} of that unit.
     * The rest of a class that had begun has {@link ClassPart#begun} or is fewer of its pieces.
     */
    default void restPlanned(int worker, Unit lost, Unit rest) {}

    /**
     * The worker was lost while the unit ran.
     *
     * @param reason a sentence for the report, with what is known of the end
     */
    default void unitLost(int worker, Unit unit, String reason) {}

    /** The unit will not run, because the user wants to stop after some failures. */
    default void unitSkipped(Unit unit) {}

    /** The unit's result does not come from this run: another machine has it, or nobody. */
    default void unitElsewhere(Unit unit) {}

    /** A worker's process is gone and all that it told has been handed on. */
    default void workerEnded(int worker, int exitCode) {}
}
