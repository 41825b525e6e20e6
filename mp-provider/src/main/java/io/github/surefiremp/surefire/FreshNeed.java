package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many JVMs should be there for units that need one in which nothing ran. For one thread. */
final class FreshNeed {
    private final Set<Integer> unused = new HashSet<>();
    private final Map<Integer, Unit> running = new HashMap<>();
    private int left;

    /** These units will run. */
    void planned(List<Unit> units) {
        units.forEach(unit -> count(unit, 1));
    }

    /** There is a worker that has run nothing. */
    void workerStarted(int worker) {
        unused.add(worker);
    }

    void unitStarted(int worker, Unit unit) {
        unused.remove(worker);
        running.put(worker, unit);
        count(unit, -1);
    }

    /** The worker has no unit any more. */
    void unitEnded(int worker) {
        running.remove(worker);
    }

    void unitSkipped(Unit unit) {
        count(unit, -1);
    }

    void workerEnded(int worker) {
        unused.remove(worker);
        running.remove(worker);
    }

    private void count(Unit unit, int by) {
        left += unit.freshJvm() ? by : 0;
    }

    /** How many such units wait; a JVM more than that is of no use. */
    int left() {
        return left;
    }

    /**
     * How many it is time to have: one for each worker that will soon make room, as far as those that have run nothing
     * are not enough for what is left. While an isolated group runs none, because it shall have the machine for itself.
     */
    int wanted() {
        boolean isolated =
                running.values().stream().anyMatch(unit -> unit.strategy().isIsolated());
        return isolated ? 0 : Math.max(0, Math.min(running.size(), left - unused.size()));
    }
}
