package io.github.surefiremp.schedule;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pull queue of a run as a state machine: every unit is waiting, running, done, lost or skipped.
 *
 * <p>Not thread-safe: one thread owns it.
 */
public final class UnitQueue implements WorkQueue {
    private final Deque<Unit> waiting;
    private final Set<Unit> running = new LinkedHashSet<>();
    private final Set<Unit> lost = new LinkedHashSet<>();
    private int done;
    private int skipped;

    /**
     * @param ordered the units, the first to run at the head
     * @throws IllegalArgumentException if two units have the same name
     */
    public UnitQueue(Collection<Unit> ordered) {
        waiting = new ArrayDeque<>(ordered);
        Set<String> names = new LinkedHashSet<>();
        for (Unit unit : ordered) {
            if (!names.add(unit.name())) {
                throw new IllegalArgumentException("two units have the name " + unit.name());
            }
        }
    }

    @Override
    public Optional<Unit> take() {
        Unit unit = waiting.pollFirst();
        if (unit == null) {
            return Optional.empty();
        }
        running.add(unit);
        return Optional.of(unit);
    }

    @Override
    public void done(Unit unit) {
        leaveRunning(unit, "done");
        done++;
    }

    @Override
    public void lost(Unit unit) {
        leaveRunning(unit, "lost");
        lost.add(unit);
    }

    @Override
    public void skipWaiting() {
        skipped += waiting.size();
        waiting.clear();
    }

    @Override
    public List<Unit> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public List<Unit> running() {
        return List.copyOf(running);
    }

    /** Units whose worker was lost. */
    public List<Unit> lost() {
        return List.copyOf(lost);
    }

    /** How many units ran to their end. */
    public int doneCount() {
        return done;
    }

    /** How many units were left out on purpose. */
    public int skippedCount() {
        return skipped;
    }

    private void leaveRunning(Unit unit, String state) {
        if (!running.remove(unit)) {
            throw new IllegalStateException("unit " + unit.name() + " cannot become " + state + ": it is not running");
        }
    }
}
