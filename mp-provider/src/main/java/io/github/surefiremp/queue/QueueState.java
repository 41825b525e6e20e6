package io.github.surefiremp.queue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a server knows of a queue.
 *
 * @param results of units, by their numbers in the plan
 * @param machines those that took part
 * @param stopped why no more units were to be run, empty if they were
 */
public record QueueState(QueuePlan plan, Map<Integer, UnitResult> results, List<Machine> machines, String stopped) {
    /**
     * A machine.
     *
     * @param name unique in the build
     * @param about what it said of itself
     * @param status whether it is there
     */
    public record Machine(String name, String about, Status status) {}

    /** Whether a machine is there. */
    public enum Status {
        /** It takes part. */
        HERE,
        /** It has left. */
        LEFT,
        /** It has not been heard of for longer than its leases last. */
        LOST
    }

    public QueueState {
        results = new TreeMap<>(results);
        machines = List.copyOf(machines);
    }

    /** Whether every unit has a result. */
    public boolean isComplete() {
        return results.size() == plan.units().size();
    }
}
