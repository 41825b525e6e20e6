package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongestFirstTest {
    @Example
    void theLongestIsFirstAndTiesGoByName() {
        Map<String, Long> known = Map.of("a", 10L, "b", 30L, "c", 20L, "d", 30L);

        assertThat(order(List.of("d", "a", "b", "c"), known)).containsExactly("b", "d", "c", "a");
    }

    @Example
    void anUnknownUnitCountsAsTheMedianOfTheKnownOnes() {
        Map<String, Long> known = Map.of("a", 1L, "b", 5L, "z", 1_000L);

        assertThat(order(List.of("a", "b", "new", "z"), known)).containsExactly("z", "b", "new", "a");
    }

    @Example
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(LongestFirst.median(new long[] {1, 100, 3, 5})).isEqualTo(4);
        assertThat(LongestFirst.median(new long[] {7})).isEqualTo(7);
        assertThat(LongestFirst.median(new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 2}))
                .isEqualTo(Long.MAX_VALUE - 1);
    }

    @Example
    void noUnitsAtAllAreNoTrouble() {
        assertThat(LongestFirst.order(List.of(), unit -> 1L)).isEmpty();
    }

    @Property
    void whereNothingIsKnownTheOrderStays(@ForAll("suites") List<Priced> suite) {
        List<Unit> units = units(suite);

        assertThat(LongestFirst.order(units, unit -> null)).isEqualTo(units);
    }

    @Property
    void noUnitIsLostOrMadeUp(@ForAll("suites") List<Priced> suite) {
        assertThat(ordered(suite)).containsExactlyInAnyOrderElementsOf(units(suite));
    }

    @Property
    void unitsAreSortedByWhatIsExpectedOfThem(@ForAll("suites") List<Priced> suite) {
        long[] known = suite.stream()
                .map(Priced::millis)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
        if (known.length == 0) {
            return;
        }
        long median = LongestFirst.median(known);
        Function<Unit, Long> price = prices(suite);

        assertThat(ordered(suite))
                .isSortedAccordingTo(Comparator.comparingLong((Unit unit) -> {
                            Long millis = price.apply(unit);
                            return millis == null ? median : millis;
                        })
                        .reversed()
                        .thenComparing(Unit::name));
    }

    @Property
    void theOrderDoesNotDependOnTheOrderOfTheInputOnceSomethingIsKnown(
            @ForAll("suites") List<Priced> suite, @ForAll long seed) {
        if (suite.stream().allMatch(priced -> priced.millis() == null)) {
            return;
        }
        List<Priced> shuffled = new ArrayList<>(suite);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(ordered(shuffled)).isEqualTo(ordered(suite));
    }

    /**
     * What is provable of every list schedule (Graham): no worker idles while a unit waits, so the run lasts at most
     * the average load plus what is left of the longest unit.
     */
    @Property
    void aPullQueueStaysWithinGrahamsBound(
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 100_000) Long> millis,
            @ForAll @IntRange(min = 1, max = 16) int workers) {
        List<Priced> suite = IntStream.range(0, millis.size())
                .mapToObj(i -> new Priced("unit" + i, millis.get(i)))
                .toList();
        double total = millis.stream().mapToLong(Long::longValue).sum();
        double longest = millis.stream().mapToLong(Long::longValue).max().orElse(0);

        double bound = total / workers + (1 - 1.0 / workers) * longest;

        assertThat((double) makespan(ordered(suite), prices(suite), workers)).isLessThanOrEqualTo(bound + 1e-6);
    }

    /** Pulls units as the dispatcher does: the worker that is free first takes the next one. */
    private static long makespan(List<Unit> units, Function<Unit, Long> price, int workers) {
        UnitQueue queue = new UnitQueue(units);
        PriorityQueue<Long> freeAt = new PriorityQueue<>(Collections.nCopies(workers, 0L));
        long end = 0;
        for (var next = queue.take(); next.isPresent(); next = queue.take()) {
            long finished = Objects.requireNonNull(freeAt.poll()) + price.apply(next.get());
            freeAt.add(finished);
            end = Math.max(end, finished);
        }
        return end;
    }

    record Priced(String name, Long millis) {}

    @Provide
    Arbitrary<List<Priced>> suites() {
        Arbitrary<Long> millis = Arbitraries.longs().between(0, 1_000).injectNull(0.2);
        return millis.list()
                .ofMaxSize(40)
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> new Priced("unit" + i, all.get(i)))
                        .toList());
    }

    private static List<String> order(List<String> names, Map<String, Long> known) {
        List<Unit> units =
                names.stream().map(name -> new Unit(name, List.of(name))).toList();
        return LongestFirst.order(units, unit -> known.get(unit.name())).stream()
                .map(Unit::name)
                .toList();
    }

    private static List<Unit> ordered(List<Priced> suite) {
        return LongestFirst.order(units(suite), prices(suite));
    }

    private static List<Unit> units(List<Priced> suite) {
        return suite.stream()
                .map(priced -> new Unit(priced.name(), List.of(priced.name())))
                .toList();
    }

    private static Function<Unit, Long> prices(List<Priced> suite) {
        Map<String, Long> known = new HashMap<>();
        suite.forEach(priced -> known.put(priced.name(), priced.millis()));
        return unit -> known.get(unit.name());
    }
}
