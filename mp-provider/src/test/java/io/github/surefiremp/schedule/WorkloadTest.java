package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.Workload.Forecast;
import io.github.surefiremp.schedule.Workload.Left;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private final Map<Unit, Forecast> forecasts = new HashMap<>();
    private long cpu;

    @Test
    void whatAJvmDoesBeforeItsFirstTestSaysNothingOfTestsIfItSetsSomethingUp() {
        Workload workload = new Workload(unit -> new Forecast(-1, 10), -1, 0);
        Unit first = new Unit("a", List.of("a"));
        workload.began(1, first, 0, 0, true, 0);
        // A context takes 6 s of a core, and nothing is known of the tests meanwhile.
        assertThat(left(workload, 6_000).workMillis()).isLessThan(100);

        workload.testBegan(1, 6_000, 6_000);
        assertThat(workload.longestSetUpCpuMillis()).isEqualTo(6_000);
        assertThat(workload.setUpShare()).isEqualTo(1);
        workload.tested(1);
        assertThat(left(workload, 6_010).workMillis()).isLessThan(1_000);

        Workload plain = new Workload(unit -> new Forecast(-1, 10), -1, 0);
        plain.began(1, first, 0, 0, false, 0);
        plain.testBegan(1, 6_000, 6_000);
        plain.tested(1);
        assertThat(left(plain, 6_010).workMillis()).isGreaterThan(10_000);
    }

    @Test
    void aJvmThatCompilesBesideItsTestsKeepsMoreThanOneCoreBusy() {
        Workload workload = new Workload(unit -> new Forecast(-1, 10), -1, 0);
        workload.began(1, new Unit("a", List.of("a")), 0, 0, false, 0);
        workload.tested(1);

        assertThat(workload.left(List.of(), 10_000, worker -> 19_000, 300, 500).cpuShare())
                .isBetween(1.7, 1.9);
        // Ten tests, of which one took the ten seconds.
        assertThat(workload.left(List.of(), 10_000, worker -> 19_000, 300, 500).workMillis())
                .isBetween(59_000.0, 61_000.0);
    }

    private static Workload.Left left(Workload workload, long now) {
        return workload.left(List.of(), now, worker -> now, 300, 500);
    }

    @Test
    void whatAUnitSetsUpIsNoDelay() {
        Workload workload = new Workload(unit -> new Forecast(1_000, 1), 0, 500);
        Unit first = new Unit("a", List.of("a"));
        Unit second = new Unit("b", List.of("b"));
        workload.began(1, first, 0, 0, true, 2_000);
        workload.ended(1, 3_500, 0);

        assertThat(workload.left(List.of(second), 3_500, worker -> 0, 300, 500).workMillis())
                .isEqualTo(1_000);
        assertThat(workload.left(List.of(second), 3_500, worker -> 0, 300, 500)
                        .plus(1_000, 1)
                        .cpuShare())
                .isEqualTo(0.5);
    }

    @Test
    void beforeAnythingHasRunNothingIsKnown() {
        Workload workload = new Workload(forecasts::get, -1, 0);

        Left left = left(workload, 0, unknown("a", 10), unknown("b", 5));

        assertThat(left.workMillis()).isZero();
        assertThat(left.tests()).isEqualTo(15);
        assertThat(left.estimated()).isTrue();
        assertThat(left.cpuShare()).isEqualTo(1);
    }

    @Test
    void whatIsKnownToBeShortIsUnlessTodayAllTakesLonger() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        Unit known = known("a", 30);

        assertThat(workload.isShort(known, 30)).isTrue();
        assertThat(workload.isShort(known, 29)).isFalse();

        workload.began(1, known("b", 1_000), 0, 0, false, 0);
        workload.ended(1, 4_000, 0);

        // Three times as long as it was: (4,000 + 500) / (1,000 + 500).
        assertThat(workload.isShort(known, 89)).isFalse();
        assertThat(workload.isShort(known, 90)).isTrue();
    }

    @Test
    void whatIsNotKnownIsShortIfTheFirstOnesWere() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        Unit waiting = unknown("waiting", 10);
        for (int i = 0; i < 5; i++) {
            assertThat(workload.isShort(waiting, 1_000)).isFalse();
            workload.began(1, unknown("u" + i, 4), 0, 0, false, 0);
            for (int test = 0; test < 4; test++) {
                workload.tested(1);
            }
            workload.ended(1, 20, 0);
        }

        assertThat(workload.isShort(waiting, 50)).isTrue();
        assertThat(workload.isShort(waiting, 49)).isFalse();
    }

    @Test
    void aTestThatLastsMakesThoseThatWaitLonger() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        Unit running = unknown("a", 1);
        Unit waiting = unknown("b", 4);
        workload.began(1, running, 0, 0, false, 0);

        // All of the half second is waiting, but for what a JVM has for nothing.
        Left left = left(workload, 550, waiting);

        assertThat(left.workMillis()).isEqualTo(5 * 1_000);
        assertThat(left.cpuShare()).isLessThan(0.2);
    }

    @Test
    void testsThatEndSayHowLongTheOthersTake() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        Unit running = unknown("a", 10);
        workload.began(1, running, 0, 0, false, 0);
        for (int i = 0; i < 9; i++) {
            workload.tested(1);
        }

        // 950 ms of waiting for nine tests and a half; one runs, four wait.
        Left left = left(workload, 1_000, unknown("b", 4));

        assertThat(left.workMillis()).isEqualTo(500);
        assertThat(left.tests()).isEqualTo(5);
    }

    @Test
    void whatANewJvmComputesSaysNothingOfItsTests() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        workload.began(1, unknown("a", 10), 0, 0, false, 0);
        cpu = 700;

        assertThat(left(workload, 500, unknown("b", 400)).workMillis()).isZero();
    }

    @Test
    void whatATestComputesAfterThatDoes() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        workload.began(1, unknown("a", 1), 0, 0, false, 0);
        cpu = 1_700;

        Left left = left(workload, 1_500, unknown("b", 9));

        assertThat(left.workMillis()).isEqualTo(10 * 2_000);
        assertThat(left.cpuShare()).isEqualTo(1);
    }

    @Test
    void whatIsKnownCountsLessWhatIsDone() {
        Workload workload = new Workload(forecasts::get, 0.5, 0);
        Unit running = known("a", 1_000);
        workload.began(1, running, 0, 0, false, 0);

        Left left = left(workload, 400, known("b", 300));

        assertThat(left.workMillis()).isEqualTo(900);
        assertThat(left.longestMillis()).isEqualTo(600);
        assertThat(left.estimated()).isFalse();
    }

    @Test
    void whatTakesLongerThanExpectedGoesOnAndSoWillTheOthers() {
        Workload workload = new Workload(forecasts::get, 0.5, 0);
        Unit running = known("a", 1_000);
        Unit waiting = known("b", 1_000);
        workload.began(1, running, 0, 0, false, 0);

        assertThat(left(workload, 4_000, waiting).workMillis()).isGreaterThan(1_000 + 800);

        workload.ended(1, 4_000, 0);
        // Not four times as long: one unit does not say everything.
        assertThat(left(workload, 4_000, waiting).workMillis()).isEqualTo(3_000);
    }

    @Test
    void unitsThatWriteTheSameLockAreOneLongPart() {
        Workload workload = new Workload(forecasts::get, 0, 0);
        Unit[] writers = {locking("a", true), locking("b", true), locking("c", false)};

        assertThat(left(workload, 0, writers).longestMillis()).isEqualTo(200);
    }

    @Test
    void aUnitWithAFreshJvmCostsItsStart() {
        Workload workload = new Workload(forecasts::get, 0, 0);
        Unit fresh = unit("a", Set.of(), true);
        forecasts.put(fresh, new Forecast(400, 1));

        Left left = left(workload, 0, fresh);

        assertThat(left.workMillis()).isEqualTo(1_000);
        assertThat(left.cpuShare()).isEqualTo(1);
        assertThat(left.fresh()).isTrue();
        assertThat(left(workload, 0, fresh, known("b", 1)).fresh()).isFalse();
    }

    @Test
    void whereTheSystemDoesNotCountCpuTimeHalfOfItIsWaiting() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        cpu = -1;
        workload.began(1, unknown("a", 1), 0, -1, false, 0);

        assertThat(left(workload, 1_100, unknown("b", 9)).workMillis()).isEqualTo(10 * 1_000);
    }

    @Test
    void whatAWorkerDidIsKnownWhenItIsGoneAndItsNumberGivenAgain() {
        Workload workload = new Workload(forecasts::get, -1, 0);
        Unit first = unknown("a", 1);
        workload.began(1, first, 0, 0, false, 0);
        workload.tested(1);
        workload.ended(1, 1_050, 50);
        workload.gone(1);
        workload.began(1, unknown("b", 1), 1_100, 0, false, 0);

        Left left = left(workload, 1_100, unknown("c", 3));

        assertThat(left.workMillis()).isCloseTo(4 * 950 / 1.5, within(1.0));
    }

    private Left left(Workload workload, long now, Unit... waiting) {
        return workload.left(List.of(waiting), now, worker -> cpu, 600, 1_000);
    }

    private Unit unknown(String name, int tests) {
        Unit unit = unit(name, Set.of(), false);
        forecasts.put(unit, new Forecast(-1, tests));
        return unit;
    }

    private Unit known(String name, long millis) {
        Unit unit = unit(name, Set.of(), false);
        forecasts.put(unit, new Forecast(millis, 1));
        return unit;
    }

    private Unit locking(String name, boolean write) {
        Unit unit = unit(name, Set.of(new LockNeed("db", write)), false);
        forecasts.put(unit, new Forecast(100, 1));
        return unit;
    }

    private static Unit unit(String name, Set<LockNeed> locks, boolean fresh) {
        return new Unit(name, List.of(ClassPart.whole(name)), "", Strategy.FREE, locks, fresh);
    }
}
