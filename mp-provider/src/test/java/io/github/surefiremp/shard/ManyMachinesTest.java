package io.github.surefiremp.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.shard.ManyMachines.Loss;
import io.github.surefiremp.shard.ManyMachines.Outcome;
import io.github.surefiremp.shard.ManyMachines.Suite;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What can be proved of many machines, whatever the suite and however wrong the history. */
class ManyMachinesTest {
    @Property(tries = 60)
    void shardsEndWithinTheLongestUnitOfAnEvenSpread(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1_000) int tests,
            @ForAll @IntRange(min = 1, max = 12) int machines,
            @ForAll @IntRange(min = 1, max = 4) int workers) {
        Suite suite = ManyMachines.day(seed, tests, 0, 0, Double.POSITIVE_INFINITY);
        Map<String, Integer> dealt = suite.dealt(machines);
        Outcome outcome = ManyMachines.shards(suite, machines, workers, unit -> dealt.get(unit.name()), null);
        allOnce(suite, outcome);
        assertThat(outcome.end())
                .isGreaterThanOrEqualTo(suite.bound(machines, workers))
                .isLessThanOrEqualTo(suite.work() / ((long) machines * workers) + suite.longest());
    }

    /** While a machine idles the queue is empty; then each worker has one unit and perhaps one more ahead. */
    @Property(tries = 60)
    void theQueueEndsWithinTwoUnitsOfAnEvenSpreadEvenIfNothingKnownIsTrue(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1_000) int tests,
            @ForAll @IntRange(min = 1, max = 12) int machines,
            @ForAll @IntRange(min = 1, max = 4) int workers) {
        Suite suite = longKnown(ManyMachines.day(seed, tests, 2, 0.2, 600));
        Outcome outcome = ManyMachines.queue(suite, machines, workers, 0, null);
        allOnce(suite, outcome);
        assertThat(outcome.end())
                .isGreaterThanOrEqualTo(suite.bound(machines, workers))
                .isLessThanOrEqualTo(suite.work() / ((long) machines * workers) + 2 * suite.longest());
    }

    @Property(tries = 60)
    void aLostMachineCostsTheQueueItsLeaseAndNoUnit(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1_000) int tests,
            @ForAll @IntRange(min = 2, max = 12) int machines,
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll boolean replaced) {
        Suite suite = longKnown(ManyMachines.day(seed, tests, 0.3, 0.05, 600));
        long at = suite.bound(machines, workers) * percent / 100;
        Loss loss = new Loss(Math.floorMod(seed, machines), at, replaced);
        Outcome outcome = ManyMachines.queue(suite, machines, workers, 0, loss);
        allOnce(suite, outcome);
        assertThat(outcome.end())
                .isLessThanOrEqualTo(at
                        + ManyMachines.LEASE
                        + suite.work() / ((long) (machines - 1) * workers)
                        + 2 * suite.longest());
    }

    /** Only short units may wait by eight for a worker, which no such bound holds for. */
    private static Suite longKnown(Suite suite) {
        Map<String, Long> known = new HashMap<>();
        suite.known().forEach((name, millis) -> known.put(name, Math.max(1_000, millis)));
        return new Suite(suite.units(), suite.millis(), known);
    }

    private static void allOnce(Suite suite, Outcome outcome) {
        Map<String, Integer> expected = new HashMap<>();
        suite.units().forEach(unit -> expected.put(unit.name(), 1));
        assertThat(outcome.results()).as("results by unit").isEqualTo(expected);
    }
}
