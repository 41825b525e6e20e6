package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What the units of a run took beside their tests, and what of that is the warming up of their JVMs: the first unit of a
 * JVM loads JUnit's classes and the project's, and runs slowly until they are compiled.
 */
final class UnitCosts {
    private final List<Cost> costs = new ArrayList<>();

    /**
     * One unit.
     *
     * @param occasion that of its first class
     * @param setUps the keys of what it had to set up
     * @param millis how long it took
     * @param testMillis how long its tests took
     * @param cpuMillis the CPU time meanwhile; negative if unknown
     */
    record Cost(Occasion occasion, Set<String> setUps, double millis, double testMillis, double cpuMillis) {
        double beside() {
            return Math.max(0, millis - testMillis);
        }
    }

    void add(Cost cost) {
        costs.add(cost);
    }

    /** How much longer the first unit of a JVM took than later ones, in milliseconds; negative if it is not known. */
    long warmUpMillis() {
        return warmUp(Cost::beside);
    }

    /** How much more CPU time the first unit of a JVM took than later ones; negative if it is not known. */
    long warmUpCpuMillis() {
        List<Cost> warm = costs.stream()
                .filter(one -> one.occasion() == Occasion.WARM && one.cpuMillis() >= 0)
                .toList();
        double millis = warm.stream().mapToDouble(Cost::millis).sum();
        if (millis <= 0) {
            return Measurement.UNKNOWN;
        }
        double share = warm.stream().mapToDouble(Cost::cpuMillis).sum() / millis;
        return warmUp(one -> one.cpuMillis() < 0 ? Double.NaN : one.cpuMillis() - share * one.testMillis());
    }

    /** What the first units of JVMs took, each less what one that is comparable takes later. */
    private long warmUp(ToDoubleFunction<Cost> what) {
        double[] more = costs.stream()
                .filter(one -> one.occasion() == Occasion.COLD)
                .mapToDouble(one -> what.applyAsDouble(one) - later(one, what))
                .filter(millis -> !Double.isNaN(millis))
                .sorted()
                .toArray();
        return more.length == 0 ? Measurement.UNKNOWN : Math.round(Math.max(0, more[more.length / 2]));
    }

    /** Where the first one set something up: what others do that set up the same later, or else anything. */
    private double later(Cost first, ToDoubleFunction<Cost> what) {
        if (first.setUps().isEmpty()) {
            return median(one -> one.occasion() == Occasion.WARM, what);
        }
        double same =
                median(one -> one.occasion() == Occasion.SET_UP && one.setUps().equals(first.setUps()), what);
        return Double.isNaN(same) ? median(one -> one.occasion() == Occasion.SET_UP, what) : same;
    }

    /** Not a number where there is none. */
    private double median(Predicate<Cost> which, ToDoubleFunction<Cost> what) {
        double[] sorted =
                costs.stream().filter(which).mapToDouble(what).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
