package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of the pull queue: longest expected processing time first (LPT), ties by name.
 *
 * <p>A unit that nothing is known of counts as long as the median of the known ones. Where nothing at all is known, the
 * unit with the largest number of tests is first, and units with the same number keep the order in which they were
 * given, which is the one that stock Surefire would use.
 *
 * <p>Units that write the same lock run one after another however many workers there are, so that each of them counts
 * as long as all of them together: ten short ones that share a database must begin early if one long class may. To that
 * comes the longest unit that only reads the lock, because readers run beside each other. A reader counts as long as
 * itself: it is best run after the writers, beside other readers and whatever is left.
 */
public final class LongestFirst {
    private LongestFirst() {}

    /**
     * Puts units into the order in which they should start.
     *
     * @param units what has to run
     * @param expectedMillis the expected duration of a unit in milliseconds, null if unknown
     * @param tests the number of tests of a unit; decides where no duration is known
     * @return the same units, the one to start first at the head; the same input gives the same order
     */
    public static List<Unit> order(
            List<Unit> units, Function<Unit, @Nullable Long> expectedMillis, ToIntFunction<Unit> tests) {
        record Expected(Unit unit, @Nullable Long millis) {}
        List<Expected> expected = units.stream()
                .map(unit -> new Expected(unit, expectedMillis.apply(unit)))
                .toList();
        long[] known = known(expected.stream().map(Expected::millis));
        if (known.length == 0) {
            return units.stream()
                    .sorted(Comparator.comparingInt(tests).reversed())
                    .toList();
        }
        long median = median(known);
        List<Priced> priced = expected.stream()
                .map(one -> new Priced(one.unit(), one.millis() == null ? median : one.millis()))
                .toList();
        Chains chains = new Chains(priced);
        record Ranked(Unit unit, long chain, long own) {}
        return priced.stream()
                .map(one -> new Ranked(one.unit(), chains.longest(one), one.millis()))
                .sorted(Comparator.comparingLong(Ranked::chain)
                        .thenComparingLong(Ranked::own)
                        .reversed()
                        .thenComparing(one -> one.unit().name()))
                .map(Ranked::unit)
                .toList();
    }

    /**
     * How long units take compared with each other: in milliseconds where the duration of any is known, and one of which
     * it is not counts as long as the median; else by the number of tests.
     *
     * @param expectedMillis the expected duration of a unit in milliseconds, null if unknown
     * @param tests the number of tests of a unit
     */
    public static ToLongFunction<Unit> weights(
            List<Unit> units, Function<Unit, @Nullable Long> expectedMillis, ToIntFunction<Unit> tests) {
        long[] known = known(units.stream().map(expectedMillis));
        if (known.length == 0) {
            return tests::applyAsInt;
        }
        long median = median(known);
        return unit -> Objects.requireNonNullElse(expectedMillis.apply(unit), median);
    }

    private static long[] known(Stream<@Nullable Long> expected) {
        return expected.filter(millis -> millis != null)
                .mapToLong(Long::longValue)
                .toArray();
    }

    static long median(long[] values) {
        long[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    private record Priced(Unit unit, long millis) {}

    /** What cannot be spread over workers: the units that write a lock, and the longest one that reads it. */
    private static final class Chains {
        private final Map<Key, Long> writers = new HashMap<>();
        private final Map<Key, Long> longestReader = new HashMap<>();

        /**
         * A lock, for those that may run at the same time at all.
         *
         * @param isolatedGroup empty for what is not isolated
         */
        private record Key(String isolatedGroup, String lock) {
            static Key of(Unit unit, String lock) {
                return new Key(unit.strategy().isIsolated() ? unit.group() : "", lock);
            }
        }

        Chains(List<Priced> all) {
            for (Priced one : all) {
                Set<String> written = written(one.unit());
                for (String lock : written) {
                    writers.merge(Key.of(one.unit(), lock), one.millis(), Chains::sum);
                }
                for (String lock : needed(one.unit())) {
                    if (!written.contains(lock)) {
                        longestReader.merge(Key.of(one.unit(), lock), one.millis(), Math::max);
                    }
                }
            }
        }

        /** The longest chain that the unit is a writer of; the unit alone if there is none. */
        long longest(Priced one) {
            long result = one.millis();
            for (String lock : written(one.unit())) {
                Key key = Key.of(one.unit(), lock);
                long chain = sum(writers.getOrDefault(key, 0L), longestReader.getOrDefault(key, 0L));
                result = Math.max(result, chain);
            }
            return result;
        }

        private static Set<String> written(Unit unit) {
            return unit.locks().stream()
                    .filter(LockNeed::write)
                    .map(LockNeed::key)
                    .collect(Collectors.toSet());
        }

        private static Set<String> needed(Unit unit) {
            Set<String> result = new HashSet<>();
            result.add(LockNeed.GLOBAL);
            unit.locks().forEach(need -> result.add(need.key()));
            return result;
        }

        private static long sum(long one, long other) {
            return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
        }
    }
}
