package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.schedule.StaffingPlay.Tests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the decisions do to a run, in a model of one. */
class StaffingPlayTest {
    private static final long STARTED = StaffingPlay.START + StaffingPlay.STEP;

    @Example
    void trivialTestsStayWithOneWorker() {
        for (boolean history : new boolean[] {false, true}) {
            StaffingPlay play = new StaffingPlay(4, 2, classes(50, new Tests(10, 0.5, 0)), history);
            play.run();

            assertThat(play.workers()).as("history %s", history).isEqualTo(1);
        }
    }

    @Example
    void testsThatSleepGetAllWorkersWithinHalfASecond() {
        StaffingPlay play = new StaffingPlay(8, 2, classes(50, new Tests(4, 1, 250)), false);
        play.run();

        assertThat(play.workers()).isEqualTo(8);
        assertThat(play.grewAt.get(8) - STARTED).isLessThanOrEqualTo(500L + StaffingPlay.COLD);
    }

    @Example
    void whatIsKnownToSleepGetsAllWorkersAtOnce() {
        StaffingPlay play = new StaffingPlay(8, 2, classes(50, new Tests(4, 1, 250)), true);
        play.run();

        assertThat(play.grewAt).containsEntry(8, 0L);
    }

    @Example
    void testsThatComputeGetAWorkerForEachCore() {
        for (boolean history : new boolean[] {false, true}) {
            StaffingPlay play = new StaffingPlay(8, 2, classes(60, new Tests(10, 100, 0)), history);
            play.run();

            assertThat(play.workers()).as("history %s", history).isEqualTo(2);
        }
    }

    @Example
    void aFirstTestThatIsLongIsSeenBeforeItEnds() {
        StaffingPlay play = new StaffingPlay(4, 2, classes(8, new Tests(1, 0, 10_000)), false);

        assertThat(play.run()).isLessThan(23_000);
        assertThat(play.workers()).isEqualTo(4);
    }

    /** A bad guess costs starts of JVMs; more than that nobody loses. */
    @Property(tries = 300)
    void itIsHardlyEverSlowerThanOneWorkerWouldBe(
            @ForAll("suites") List<Tests> suite, @ForAll @IntRange(min = 2, max = 8) int np, @ForAll boolean history) {
        long one = new StaffingPlay(1, 2, suite, history).run();
        long several = new StaffingPlay(np, 2, suite, history).run();

        assertThat(several).isLessThanOrEqualTo(one + np * StaffingPlay.START_CPU / 2);
    }

    private static List<Tests> classes(int count, Tests each) {
        return new ArrayList<>(Collections.nCopies(count, each));
    }

    @Provide
    Arbitrary<List<Tests>> suites() {
        Arbitrary<Tests> tests = Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.doubles().between(0, 100),
                        Arbitraries.doubles().between(0.1, 300))
                .as(Tests::new);
        return tests.list().ofMinSize(1).ofMaxSize(30);
    }
}
