package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many JVMs should be there for units that need one in which nothing ran. For one thread. */
final class FreshNeed {
    private final Set<Integer> unused = new HashSet<>();
    private final Set<Integer> used = new HashSet<>();
    private final Set<Integer> isolated = new HashSet<>();
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
        used.add(worker);
        if (unit.strategy().isIsolated()) {
            isolated.add(worker);
        }
        count(unit, -1);
    }

    /** The worker has no unit any more, but it is still there. */
    void unitEnded(int worker) {
        isolated.remove(worker);
    }

    void unitSkipped(Unit unit) {
        count(unit, -1);
    }

    void workerEnded(int worker) {
        unused.remove(worker);
        used.remove(worker);
        isolated.remove(worker);
    }

    private void count(Unit unit, int by) {
        left += unit.freshJvm() ? by : 0;
    }

    /** How many such units wait; a JVM more than that is of no use. */
    int left() {
        return left;
    }

    /**
     * How many it is time to have: one for each worker that has run something and will make room, as far as those that
     * have run nothing are not enough for what is left. While an isolated group runs none, because it shall have the
     * machine for itself.
     */
    int wanted() {
        return isolated.isEmpty() ? Math.max(0, Math.min(used.size(), left - unused.size())) : 0;
    }
}
