package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.AffinityPlay.Outcome;
import io.github.surefiremp.schedule.AffinityPlay.Suite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds however set-ups are shared. */
class AffinityPropertyTest {
    private static final int STEPS = 20_000;

    /** Workers come, ask, end units, get lost and leave at random. */
    @Property(tries = 500)
    void everyUnitRunsExactlyOnceAndNobodyWaitsForEver(
            @ForAll @IntRange(min = 0, max = 70) int count,
            @ForAll @IntRange(min = 1, max = 5) int workers,
            @ForAll @IntRange(min = 1, max = 4) int perWorker,
            @ForAll boolean plain,
            @ForAll long seed) {
        Random random = new Random(seed);
        Map<String, List<SetUp>> setUps = new HashMap<>();
        Map<String, Double> millis = new HashMap<>();
        List<Unit> suite = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Unit unit = plain ? new Unit("u" + i, List.of("u" + i)) : any("u" + i, random);
            suite.add(unit);
            millis.put(unit.name(), random.nextInt(5) == 0 ? 0 : 100 * random.nextDouble());
            setUps.put(unit.name(), anySetUps(random));
        }
        UnitQueue queue = new UnitQueue(
                suite,
                new SetUpPrices(
                        unit -> setUps.get(unit.name()),
                        unit -> millis.get(unit.name()),
                        setUp -> 30.0 * (setUp.key().hashCode() % 7),
                        perWorker));
        Map<Unit, Integer> ends = new HashMap<>();
        /* What each worker runs, empty for nothing; and which ones ran something. */
        Map<Integer, Optional<Unit>> crew = new TreeMap<>();
        Map<Integer, Boolean> unused = new HashMap<>();
        for (int step = 0; queue.waitingCount() + queue.runningCount() > 0; step++) {
            assertThat(step).as("steps").isLessThan(STEPS);
            int worker = 1 + random.nextInt(workers);
            Optional<Unit> running = crew.get(worker);
            if (running == null) {
                crew.put(worker, Optional.empty());
                unused.put(worker, true);
                queue.comes(worker);
            } else if (running.isPresent()) {
                ends.merge(running.get(), 1, Integer::sum);
                if (random.nextInt(8) == 0) {
                    queue.gone(worker);
                    queue.lost(running.get());
                    crew.remove(worker);
                } else {
                    queue.done(running.get());
                    crew.put(worker, Optional.empty());
                }
            } else if (!unused.get(worker) && (queue.wantsUnused(worker) || random.nextInt(20) == 0)) {
                queue.gone(worker);
                crew.remove(worker);
            } else {
                boolean has = queue.has(worker, unused.get(worker));
                boolean waits = queue.waitsForSetUp(worker, unused.get(worker));
                Optional<Unit> taken = queue.take(worker, unused.get(worker));
                assertThat(taken.isPresent()).isEqualTo(has);
                assertThat(has && waits).isFalse();
                if (taken.isPresent()) {
                    List<Unit> others = new ArrayList<>(queue.running());
                    others.remove(taken.get());
                    assertThat(QueueOracle.conflictsWithNone(taken.get(), others))
                            .isTrue();
                    assertThat(taken.get().freshJvm() && !unused.get(worker)).isFalse();
                    crew.put(worker, taken);
                    unused.put(worker, false);
                }
                assertThat(queue.setUpsOf(worker)).isLessThanOrEqualTo(perWorker);
            }
            if (crew.size() == workers && crew.values().stream().allMatch(Optional::isEmpty)) {
                assertThat(crew.keySet())
                        .as("one of them gets something, or makes room")
                        .anyMatch(one ->
                                queue.waitingCount() == 0 || queue.has(one, unused.get(one)) || queue.wantsUnused(one));
            }
        }
        assertThat(ends.keySet()).containsExactlyInAnyOrderElementsOf(suite);
        assertThat(ends.values()).allMatch(times -> times == 1);
    }

    private static Unit any(String name, Random random) {
        Strategy strategy = random.nextInt(6) == 0 ? Strategy.ISOLATED_FREE : Strategy.FREE;
        Set<LockNeed> locks = switch (random.nextInt(10)) {
            case 0 -> Set.of(new LockNeed("db", true));
            case 1, 2 -> Set.of(new LockNeed("db", false));
            case 3 -> Set.of(new LockNeed(LockNeed.GLOBAL, true));
            default -> Set.of();
        };
        String group = strategy.isIsolated() ? "alone" : "";
        return new Unit(name, List.of(ClassPart.whole(name)), group, strategy, locks, random.nextInt(8) == 0);
    }

    private static List<SetUp> anySetUps(Random random) {
        List<SetUp> result = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String key = "k" + random.nextInt(6);
            result.add(new SetUp(key, key, random.nextInt(6) > 0));
        }
        return result;
    }

    @Property(tries = 300)
    void withoutAnySetUpThatCostsSomethingNothingChanges(
            @ForAll @IntRange(min = 0, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 5) int workers,
            @ForAll boolean free,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Unit> suite = new ArrayList<>();
        Map<String, List<SetUp>> setUps = new HashMap<>();
        for (int i = 0; i < count; i++) {
            suite.add(any("u" + i, random));
            setUps.put("u" + i, free ? anySetUps(random) : List.of());
        }
        UnitQueue without = new UnitQueue(suite);
        UnitQueue with =
                new UnitQueue(suite, new SetUpPrices(unit -> setUps.get(unit.name()), unit -> 10, setUp -> 0, 2));
        while (without.waitingCount() + without.runningCount() > 0) {
            int worker = 1 + random.nextInt(workers);
            boolean unused = random.nextBoolean();
            assertThat(with.wantsUnused(worker)).isEqualTo(without.wantsUnused(worker));
            assertThat(with.waitsForSetUp(worker, unused)).isFalse();
            assertThat(with.take(worker, unused)).isEqualTo(without.take(worker, unused));
            if (random.nextBoolean()) {
                without.running().stream().findAny().ifPresent(unit -> {
                    without.done(unit);
                    with.done(unit);
                });
            }
        }
        assertThat(with.doneCount()).isEqualTo(count);
    }

    /** As long as all takes the time that it should, and the whole suite is planned. */
    @Property(tries = 300)
    void aSmallSuiteNeverTakesLongerThanWithoutAffinity(
            @ForAll @IntRange(min = 1, max = Planner.MOST_UNITS) int count,
            @ForAll @IntRange(min = 1, max = 8) int families,
            @ForAll @IntRange(min = 1, max = 6) int workers,
            @ForAll @DoubleRange(min = 0.01, max = 20) double price,
            @ForAll @DoubleRange(min = 0, max = 1) double keyless,
            @ForAll long seed) {
        Suite suite = AffinityPlay.suite(seed, count, families, keyless, price, 0);

        Outcome plain = AffinityPlay.plain(suite, workers, Integer.MAX_VALUE);
        Outcome affine = AffinityPlay.affine(suite, workers, Integer.MAX_VALUE);

        assertThat(affine.end()).isLessThanOrEqualTo(plain.end() + 0.001);
        if (affine.end() > plain.end() - 0.001) {
            assertThat(affine.paid()).as("set-ups").isLessThanOrEqualTo(plain.paid());
        }
    }

    /** Greedy scheduling with set-ups is within twice of the best; here it is far better, see docs/affinity.md. */
    @Property(tries = 100)
    void aLargerSuiteIsNeverMuchLongerThanWithoutAffinityAndUsuallyFarShorter(
            @ForAll @IntRange(min = 1, max = 40) int families,
            @ForAll @IntRange(min = 1, max = 8) int workers,
            @ForAll @DoubleRange(min = 0.1, max = 20) double price,
            @ForAll @DoubleRange(min = 0, max = 0.9) double keyless,
            @ForAll @DoubleRange(min = 0, max = 0.5) double noise,
            @ForAll long seed) {
        Suite suite = AffinityPlay.suite(seed, 150, families, keyless, price, noise);

        Outcome plain = AffinityPlay.plain(suite, workers, 8);
        Outcome affine = AffinityPlay.affine(suite, workers, 8);

        assertThat(affine.end()).isLessThanOrEqualTo(1.3 * plain.end());
        assertThat(affine.paid()).isLessThanOrEqualTo(plain.paid() + families);
        assertThat(affine.mostHeld()).isLessThanOrEqualTo(8);
    }

    @Property(tries = 100)
    void ofNineUnitsTheEndIsNearTheBestThereIs(
            @ForAll @IntRange(min = 2, max = 3) int workers,
            @ForAll @IntRange(min = 1, max = 5) int families,
            @ForAll @DoubleRange(min = 0.1, max = 10) double price,
            @ForAll long seed) {
        Suite suite = AffinityPlay.suite(seed, 9, families, 0.2, price, 0);

        double best = AffinityPlay.optimum(suite, workers);

        assertThat(AffinityPlay.affine(suite, workers, 8).end()).isBetween(best - 0.001, 1.15 * best);
    }
}
