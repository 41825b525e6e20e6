package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes units alike for the queue.
 *
 * @param locks of the units
 * @param freshJvm whether they run only in a worker that ran nothing before
 * @param family by the set-ups that it is worth to keep
 * @param spoils keys of set-ups that are gone when such a unit has ended
 */
record Needs(Set<LockNeed> locks, boolean freshJvm, Family family, Set<String> spoils) {
    /**
     * A unit's needs, and the set-ups that it leaves behind.
     *
     * @param millis what it takes in any worker: its warm time, and the set-ups that it always pays
     * @param leaves prices of the set-ups that its worker has afterwards, by key
     */
    record OfUnit(Needs needs, double millis, Map<String, Double> leaves) {}

    static OfUnit of(Unit unit, @Nullable Affinity affinity) {
        if (affinity == null) {
            return new OfUnit(new Needs(unit.locks(), unit.freshJvm(), Family.NONE, Set.of()), 0, Map.of());
        }
        SetUpPrices prices = affinity.prices();
        Map<String, Double> kept = new HashMap<>();
        Map<String, Double> spoiled = new HashMap<>();
        for (SetUp setUp : prices.setUps().apply(unit)) {
            double price = prices.priceMillis().applyAsDouble(setUp);
            if (price > 0) {
                (setUp.kept() ? kept : spoiled).merge(setUp.key(), price, Math::max);
            }
        }
        // One of its classes is enough.
        Set<String> spoils = new HashSet<>(spoiled.keySet());
        kept.keySet().removeAll(spoils);
        double always = prices.warmMillis().applyAsDouble(unit) + sum(spoiled);
        if (unit.freshJvm()) {
            // It pays for everything, wherever it runs.
            return new OfUnit(new Needs(unit.locks(), true, Family.NONE, Set.of()), always + sum(kept), kept);
        }
        Needs needs = new Needs(unit.locks(), false, affinity.family(kept), Set.copyOf(spoils));
        return new OfUnit(needs, always, kept);
    }

    private static double sum(Map<String, Double> prices) {
        return prices.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Whether nothing may run beside who needs this. */
    static boolean runsAlone(Set<LockNeed> locks) {
        return locks.stream().anyMatch(LockNeed::isForAll);
    }
}
