package io.github.surefiremp.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for each deal, whatever the suite. */
class DealTest {
    /** Units with what each of them weighs. */
    record Given(List<Unit> units, Map<String, Long> weights) {
        long weight(Unit unit) {
            return Objects.requireNonNull(weights.get(unit.name()));
        }
    }

    @Property
    void eachUnitIsOnExactlyOneShard(@ForAll("suites") Given given, @ForAll @IntRange(min = 1, max = 20) int total) {
        List<String> ran = new ArrayList<>();
        for (int shard = 0; shard < total; shard++) {
            plan(given, given.units(), shard, total).own().forEach(unit -> ran.add(unit.name()));
        }
        assertThat(ran)
                .containsExactlyInAnyOrderElementsOf(
                        given.units().stream().map(Unit::name).toList());
    }

    @Property
    void allMachinesDealAlikeInWhicheverOrderTheyFoundTheUnits(
            @ForAll("suites") Given given, @ForAll @IntRange(min = 1, max = 20) int total, @ForAll long seed) {
        List<Unit> shuffled = new ArrayList<>(given.units());
        Collections.shuffle(shuffled, new Random(seed));
        ShardPlan one = plan(given, given.units(), 0, total);
        ShardPlan other = plan(given, shuffled, total - 1, total);
        assertThat(other.shardOf()).isEqualTo(one.shardOf());
        assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    }

    @Property
    void anIsolatedGroupStaysOnOneShard(@ForAll("suites") Given given, @ForAll @IntRange(min = 1, max = 20) int total) {
        ShardPlan plan = plan(given, given.units(), 0, total);
        Map<String, Set<Integer>> shards = new HashMap<>();
        given.units().stream()
                .filter(unit -> unit.strategy().isIsolated())
                .forEach(unit -> shards.computeIfAbsent(unit.group(), group -> new HashSet<>())
                        .add(plan.shardOf(unit)));
        assertThat(shards.values()).allMatch(of -> of.size() == 1);
    }

    @Property
    void noTwoShardsDifferByMoreThanTheHeaviestThatWasDealt(
            @ForAll("suites") Given given, @ForAll @IntRange(min = 1, max = 20) int total) {
        ShardPlan plan = plan(given, given.units(), 0, total);
        long[] loads = new long[total];
        Map<String, Long> lots = new HashMap<>();
        for (Unit unit : given.units()) {
            long weight = Math.max(1, given.weight(unit));
            loads[plan.shardOf(unit)] += weight;
            lots.merge(unit.strategy().isIsolated() ? "group " + unit.group() : unit.name(), weight, Long::sum);
        }
        List<Long> sorted = Arrays.stream(loads).sorted().boxed().toList();
        long heaviest = lots.values().stream().mapToLong(Long::longValue).max().orElse(0);
        assertThat(sorted.get(total - 1) - sorted.get(0)).isLessThanOrEqualTo(heaviest);
    }

    @Test
    void theLongestGoFirstToWhoeverHasLeast() {
        Given given = new Given(
                List.of(unit("a"), unit("b"), unit("c"), unit("d")), Map.of("a", 10L, "b", 70L, "c", 40L, "d", 35L));
        assertThat(plan(given, given.units(), 0, 2).shardOf()).isEqualTo(Map.of("b", 0, "c", 1, "d", 1, "a", 0));
    }

    @Test
    void unitsOfNoTimeAreSpreadToo() {
        Given given = new Given(List.of(unit("a"), unit("b"), unit("c")), Map.of("a", 0L, "b", 0L, "c", 0L));
        assertThat(plan(given, given.units(), 0, 3).shardOf().values()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void anotherDealHasAnotherFingerprint() {
        Given given = new Given(List.of(unit("a"), unit("b")), Map.of("a", 1L, "b", 2L));
        Given turned = new Given(given.units(), Map.of("a", 2L, "b", 1L));
        assertThat(plan(given, given.units(), 0, 2).fingerprint())
                .isNotEqualTo(plan(turned, given.units(), 0, 2).fingerprint())
                .isNotEqualTo(plan(given, given.units(), 0, 3).fingerprint());
    }

    @Test
    void aNameTwiceIsAnError() {
        assertThatThrownBy(() -> Deal.deal(List.of(unit("a"), unit("a")), unit -> 1, 2))
                .hasMessageContaining("same name");
    }

    @Provide
    Arbitrary<Given> suites() {
        Arbitrary<String> group =
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just("")), Tuple.of(1, Arbitraries.of("x", "y")));
        Arbitrary<Long> weight = Arbitraries.longs().between(0, 100_000);
        return Combinators.combine(group, weight)
                .as(Map::entry)
                .list()
                .ofMaxSize(60)
                .map(rows -> {
                    List<Unit> units = new ArrayList<>();
                    Map<String, Long> weights = new HashMap<>();
                    for (int i = 0; i < rows.size(); i++) {
                        String name = "Test" + i;
                        units.add(new Unit(
                                name,
                                List.of(ClassPart.whole(name)),
                                rows.get(i).getKey(),
                                rows.get(i).getKey().isEmpty() ? Strategy.FREE : Strategy.ISOLATED_FREE,
                                Set.of(),
                                false));
                        weights.put(name, rows.get(i).getValue());
                    }
                    return new Given(units, weights);
                });
    }

    private static ShardPlan plan(Given given, List<Unit> units, int shard, int total) {
        return ShardPlan.of(shard, total, units, given::weight, List.of(), List.of());
    }

    private static Unit unit(String name) {
        return new Unit(name, List.of(name));
    }
}
