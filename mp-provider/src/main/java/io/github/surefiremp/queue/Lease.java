package io.github.surefiremp.queue;

import java.util.List;

/**
 * Units that this machine may run, until others may have them.
 *
 * @param entry names the place in the queue
 * @param fence how many machines have had it until now, this one included; a result counts only from the one that has it
 * @param units numbers of units in the plan that have no result yet, in order; several for an isolated group
 */
public record Lease(String entry, long fence, List<Integer> units) {
    public Lease {
        units = List.copyOf(units);
    }
}
