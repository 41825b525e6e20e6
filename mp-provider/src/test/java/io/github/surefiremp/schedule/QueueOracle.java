package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of the queue, word for word and as slow as may be: every answer is found anew from what waits and runs. */
final class QueueOracle {
    private QueueOracle() {}

    /** The order in which units are tried. */
    static List<Unit> order(List<Unit> given) {
        List<Unit> result = new ArrayList<>();
        for (Unit first : given) {
            for (Unit unit : given) {
                if (first.strategy().isIsolated() && samePhase(first, unit) && !result.contains(unit)) {
                    result.add(unit);
                }
            }
        }
        for (boolean alone : new boolean[] {true, false}) {
            for (Unit unit : given) {
                if (!unit.strategy().isIsolated() && runsAlone(unit) == alone) {
                    result.add(unit);
                }
            }
        }
        return result;
    }

    static boolean isIsolated(List<Unit> waiting, List<Unit> running) {
        return current(waiting, running)
                .map(Unit::strategy)
                .map(Strategy::isIsolated)
                .orElse(false);
    }

    /** What a worker must get; the waiting units are in the order in which they are tried. */
    static Optional<Unit> next(List<Unit> waiting, List<Unit> running, boolean unused) {
        return allowed(waiting, running).stream()
                .filter(unit -> unused || !unit.freshJvm())
                .findFirst();
    }

    /** Whether one may start as far as phase and locks are concerned. */
    static List<Unit> allowed(List<Unit> waiting, List<Unit> running) {
        Optional<Unit> current = current(waiting, running);
        List<Unit> allowed = new ArrayList<>();
        List<Unit> blocked = new ArrayList<>();
        for (Unit unit : waiting) {
            if (!samePhase(unit, current.orElseThrow())) {
                continue;
            }
            boolean free = conflictsWithNone(unit, running) && conflictsWithNone(unit, blocked);
            (free ? allowed : blocked).add(unit);
        }
        return allowed;
    }

    private static Optional<Unit> current(List<Unit> waiting, List<Unit> running) {
        return running.stream().findFirst().or(() -> waiting.stream().findFirst());
    }

    static boolean samePhase(Unit one, Unit other) {
        boolean oneIsolated = one.strategy().isIsolated();
        boolean otherIsolated = other.strategy().isIsolated();
        return oneIsolated == otherIsolated && (!oneIsolated || one.group().equals(other.group()));
    }

    static boolean conflictsWithNone(Unit unit, Collection<Unit> others) {
        return others.stream().noneMatch(other -> conflict(unit, other));
    }

    static boolean conflict(Unit one, Unit other) {
        for (LockNeed mine : needs(one)) {
            for (LockNeed theirs : needs(other)) {
                if (mine.key().equals(theirs.key()) && (mine.write() || theirs.write())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<LockNeed> needs(Unit unit) {
        Set<LockNeed> result = new HashSet<>(unit.locks());
        result.add(new LockNeed(LockNeed.GLOBAL, false));
        return result;
    }

    static boolean runsAlone(Unit unit) {
        return unit.locks().contains(new LockNeed(LockNeed.GLOBAL, true));
    }
}
