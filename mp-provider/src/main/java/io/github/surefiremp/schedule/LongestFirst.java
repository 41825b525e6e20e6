package io.github.surefiremp.schedule;

import io.github.surefiremp.model.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of the pull queue: longest expected processing time first (LPT), ties by name.
 *
 * <p>A unit that nothing is known of counts as long as the median of the known ones. Where nothing at all is known,
 * units keep the order in which they were given, which is the one that stock Surefire would use.
 */
public final class LongestFirst {
    private LongestFirst() {}

    /**
     * Puts units into the order in which they should start.
     *
     * @param units what has to run
     * @param expectedMillis the expected duration of a unit in milliseconds, null if unknown
     * @return the same units, the one to start first at the head; the same input gives the same order
     */
    public static List<Unit> order(List<Unit> units, Function<Unit, @Nullable Long> expectedMillis) {
        record Priced(Unit unit, @Nullable Long millis) {}
        List<Priced> priced = units.stream()
                .map(unit -> new Priced(unit, expectedMillis.apply(unit)))
                .toList();
        long[] known = priced.stream()
                .map(Priced::millis)
                .filter(millis -> millis != null)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return List.copyOf(units);
        }
        long median = median(known);
        Comparator<Priced> longest = Comparator.comparingLong(
                        (Priced one) -> one.millis() == null ? median : one.millis())
                .reversed();
        return priced.stream()
                .sorted(longest.thenComparing(one -> one.unit().name()))
                .map(Priced::unit)
                .toList();
    }

    static long median(long[] values) {
        long[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }
}
