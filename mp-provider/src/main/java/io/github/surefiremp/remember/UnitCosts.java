package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

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
        double later = median(one -> one.occasion() == Occasion.WARM, Cost::beside);
        double first = median(this::isComparable, one -> one.beside() - setUpMillis(one.setUps(), later));
        return known(first - later);
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
        double later = warm.stream().mapToDouble(Cost::beside).sorted().toArray()[warm.size() / 2];
        return known(median(
                one -> one.cpuMillis() >= 0 && isComparable(one),
                one -> one.cpuMillis() - share * one.testMillis() - setUpMillis(one.setUps(), later)));
    }

    /** The first of a JVM; if it set something up, then what that takes without warming up is known. */
    private boolean isComparable(Cost one) {
        return one.occasion() == Occasion.COLD
                && (one.setUps().isEmpty()
                        || costs.stream()
                                .anyMatch(other -> other.occasion() == Occasion.SET_UP
                                        && other.setUps().equals(one.setUps())));
    }

    private double setUpMillis(Set<String> keys, double later) {
        return keys.isEmpty()
                ? 0
                : Math.max(
                        0,
                        median(
                                        one -> one.occasion() == Occasion.SET_UP
                                                && one.setUps().equals(keys),
                                        Cost::beside)
                                - later);
    }

    /** Not a number where there is none. */
    private double median(Predicate<Cost> which, ToDoubleFunction<Cost> what) {
        List<Double> sorted =
                costs.stream().filter(which).map(what::applyAsDouble).sorted().collect(Collectors.toList());
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static long known(double millis) {
        return Double.isNaN(millis) ? Measurement.UNKNOWN : Math.round(Math.max(0, millis));
    }
}
