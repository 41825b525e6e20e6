package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.model.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Unit UNIT = new Unit("a.A", List.of("a.A"));

    private static final Unit FIRST = part(0);
    private static final Unit SECOND = part(1);

    private long nowMillis = 1_000;
    private long cpuMillis = -1;
    private long cpuPerRun;
    private final Map<String, List<SetUp>> setUps = new HashMap<>();
    private final Recorder recorder = new Recorder(
            "g:a",
            "surefire:default-test",
            () -> TimeUnit.MILLISECONDS.toNanos(nowMillis),
            worker -> cpuMillis,
            name -> setUps.getOrDefault(name, List.of()),
            8);

    @Test
    void aClassIsColdWithASetUpOrWarm() {
        SetUp context = new SetUp("spring:1", "a context", true);
        List.of("a.A", "b.B", "c.C", "d.D").forEach(name -> setUps.put(name, List.of(context)));
        setUps.put("d.D", List.of(context, new SetUp("affinity:db", "db", false)));
        for (String name : List.of("a.A", "b.B", "d.D", "d.D", "e.E")) {
            run(1, name, 100, 60);
        }
        assertThat(occasions("a.A")).isEqualTo(Occasions.of(Occasion.COLD, 100));
        assertThat(occasions("b.B")).isEqualTo(Occasions.of(Occasion.WARM, 100));
        assertThat(occasions("d.D")).isEqualTo(Occasions.of(Occasion.SET_UP, 100));
        assertThat(occasions("e.E")).isEqualTo(Occasions.of(Occasion.WARM, 100));

        recorder.workerEnded(1, 0);
        run(1, "b.B", 100, 60);
        assertThat(occasions("b.B")).isEqualTo(Occasions.of(Occasion.COLD, 100));
    }

    @Test
    void warmingUpIsWhatTheFirstUnitOfAJvmTakesLongerBesideItsTests() {
        cpuMillis = 0;
        for (int worker = 1; worker <= 3; worker++) {
            cpuPerRun = 300;
            run(worker, "a.First" + worker, 500 + worker, 100);
            cpuPerRun = 20;
            run(worker, "a.Later" + worker, 120, 100);
        }
        StartCost costs = recorder.costs(new StartCost(300, 500));
        assertThat(costs.millis()).isEqualTo(300);
        // Beside their tests the first ones take about 402 ms, the later ones 20 ms.
        assertThat(costs.warmUpMillis()).isEqualTo(382);
        assertThat(costs.warmUpCpuMillis()).isEqualTo(280);
    }

    @Test
    void aSetUpIsNoWarmingUp() {
        SetUp context = new SetUp("spring:1", "a context", true);
        SetUp dirtied = new SetUp("spring:1", "a context", false);
        setUps.put("a.First", List.of(context));
        setUps.put("a.Dirty", List.of(dirtied));
        setUps.put("a.Again", List.of(context));
        run(1, "a.First", 2_500, 100);
        assertThat(recorder.costs(StartCost.UNKNOWN).warmUpMillis()).isNegative();
        run(1, "a.Dirty", 120, 100);
        run(1, "a.Again", 2_120, 100);
        // The set-up takes 2 s, so that 380 ms are left of what the first one took more than a warm one.
        assertThat(recorder.costs(StartCost.UNKNOWN).warmUpMillis()).isEqualTo(380);
    }

    @Test
    void whatWasSetUpByNobodyElseCostsWhatOtherSetUpsDo() {
        setUps.put("a.First", List.of(new SetUp("spring:1", "a context", true)));
        setUps.put("a.Second", List.of(new SetUp("spring:2", "another context", true)));
        setUps.put("a.Third", List.of(new SetUp("spring:3", "a third context", true)));
        cpuMillis = 0;
        cpuPerRun = 5_000;
        run(1, "a.First", 3_100, 100);
        cpuPerRun = 800;
        run(1, "a.Second", 700, 100);
        run(1, "a.Third", 700, 100);
        cpuPerRun = 100;
        run(1, "a.First", 100, 100);

        StartCost costs = recorder.costs(StartCost.UNKNOWN);
        assertThat(costs.warmUpMillis()).isEqualTo(3_000 - 600);
        assertThat(costs.warmUpCpuMillis()).isEqualTo(4_900 - 700);
    }

    private void run(int worker, String name, long millis, long ofTest) {
        Unit unit = new Unit(name, List.of(name));
        recorder.unitStarted(worker, unit);
        nowMillis += millis - ofTest;
        recorder.reported(worker, event(Kind.TEST_STARTED, name, "m"));
        nowMillis += ofTest;
        recorder.reported(worker, event(Kind.PASSED, name, "m"));
        cpuMillis += cpuPerRun;
        recorder.unitEnded(worker, unit);
    }

    private Occasions occasions(String name) {
        return recorder.occasions(key(name, "*"));
    }

    @Test
    void aClassHasTheCpuTimeThatItsWorkerUsedMeanwhile() {
        cpuMillis = 400;
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.PASSED, 30);
        cpuMillis = 425;
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements())
                .contains(seen("m", 30, "passed"), new Measurement(key("a.A", "*"), 30, "passed", 25));
    }

    @Test
    void partsOfAClassAddTheirCpuTimes() {
        cpuMillis = 0;
        recorder.planned(List.of(FIRST, SECOND));
        recorder.unitStarted(1, FIRST);
        run(1, "one", Kind.PASSED, 30);
        cpuMillis = 10;
        recorder.unitEnded(1, FIRST);
        recorder.unitStarted(1, SECOND);
        run(1, "two", Kind.PASSED, 50);
        cpuMillis = 25;
        recorder.unitEnded(1, SECOND);

        assertThat(recorder.measurements()).contains(new Measurement(key("a.A", "*"), 80, "passed", 25));
    }

    @Test
    void aClassOfWhichOneCpuTimeIsUnknownHasNone() {
        cpuMillis = 0;
        recorder.planned(List.of(FIRST, SECOND));
        recorder.unitStarted(1, FIRST);
        run(1, "one", Kind.PASSED, 30);
        cpuMillis = -1;
        recorder.unitEnded(1, FIRST);
        cpuMillis = 30;
        recorder.unitStarted(1, SECOND);
        run(1, "two", Kind.PASSED, 50);
        recorder.unitEnded(1, SECOND);

        assertThat(recorder.measurements()).contains(new Measurement(key("a.A", "*"), 80, "passed"));
    }

    @Test
    void classesOfOneUnitShareItsCpuTimeByTheirDurations() {
        Unit unit = new Unit("both", List.of("a.A", "b.B"));
        cpuMillis = 100;
        recorder.unitStarted(1, unit);
        runClass(1, "a.A", Kind.PASSED, 30);
        runClass(1, "b.B", Kind.PASSED, 10);
        cpuMillis = 120;
        recorder.unitEnded(1, unit);

        assertThat(recorder.measurements())
                .contains(
                        new Measurement(key("a.A", "*"), 30, "passed", 15),
                        new Measurement(key("b.B", "*"), 10, "passed", 5));
    }

    @Test
    void aTestTakesAsLongAsBetweenItsStartAndItsEnd() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.PASSED, 30);
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 30, "passed"));
    }

    @Test
    void theTimeOfAClassHasItsSetUpInIt() {
        recorder.unitStarted(1, UNIT);
        nowMillis += 500;
        run(1, "m", Kind.PASSED, 30);
        nowMillis += 20;
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 30, "passed"), seen("*", 550, "passed"));
        assertThat(recorder.completeClasses()).containsExactly("a.A");
    }

    @Test
    void invocationsOfOneNameAreSummedUp() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.PASSED, 10);
        run(1, "m", Kind.PASSED, 15);
        run(1, "m", Kind.PASSED, 5);
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 30, "passed"));
    }

    @Test
    void invocationsOfOneNameHaveTheWorstOutcomeOfAll() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.FAILED, 10);
        run(1, "m", Kind.PASSED, 15);
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 25, "failed"), seen("*", 25, "failed"));
    }

    @Test
    void theOutcomeOfAClassIsTheWorstOfItsTests() {
        recorder.unitStarted(1, UNIT);
        run(1, "skipped", Kind.SKIPPED, 0);
        run(1, "aborted", Kind.ABORTED, 0);
        run(1, "passed", Kind.PASSED, 0);
        run(1, "error", Kind.ERROR, 0);
        run(1, "failed", Kind.FAILED, 0);
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements())
                .contains(
                        seen("skipped", 0, "skipped"),
                        seen("aborted", 0, "aborted"),
                        seen("passed", 0, "passed"),
                        seen("error", 0, "error"),
                        seen("failed", 0, "failed"),
                        seen("*", 0, "error"));
    }

    @Test
    void aSkippedTestTakesNoTime() {
        recorder.unitStarted(1, UNIT);
        nowMillis += 100;
        recorder.reported(1, event(Kind.SKIPPED, "m", false));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 0, "skipped"));
    }

    @Test
    void repetitionsOfFailedTestsAreLeftOut() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.FAILED, 10);
        recorder.reported(1, event(Kind.TEST_STARTED, "m", true));
        nowMillis += 1_000;
        recorder.reported(1, event(Kind.PASSED, "m", true));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 10, "failed").with(Remark.PASSED_AGAIN));
    }

    @Test
    void repetitionsAfterTheUnitAreLeftOutToo() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.FAILED, 10);
        recorder.unitEnded(1, UNIT);
        run(1, "m", Kind.PASSED, 70);

        assertThat(recorder.measurements()).contains(seen("m", 10, "failed"), seen("*", 10, "failed"));
    }

    @Test
    void aClassOfWhichAPartIsSkippedIsNotComplete() {
        recorder.planned(List.of(FIRST, SECOND));
        recorder.unitStarted(1, FIRST);
        run(1, "m", Kind.FAILED, 10);
        recorder.unitSkipped(SECOND);
        recorder.unitEnded(1, FIRST);

        assertThat(recorder.measurements()).containsExactly(seen("m", 10, "failed"));
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void aFailureOutsideOfAnyMethodCountsForTheClassAlone() {
        recorder.unitStarted(1, UNIT);
        recorder.reported(1, event(Kind.ERROR, "", false));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).containsExactly(seen("*", 0, "error"));
    }

    @Test
    void aClassWithoutAnyTestTeachesNothing() {
        recorder.unitStarted(1, UNIT);
        nowMillis += 100;
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).isEmpty();
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void aLostUnitIsNotComplete() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.PASSED, 10);
        recorder.unitLost(1, UNIT, "crashed");

        assertThat(recorder.measurements())
                .containsExactlyInAnyOrder(
                        seen("m", 10, "passed"), seen("*", 10, "error").with(Remark.LOST));
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void ofAClassThatGoesOnElsewhereOnlyTheTestsAreLearned() {
        Unit rest = new Unit(
                "rest", List.of(ClassPart.whole("a.A").without(Set.of("[m]"))), "", Strategy.FREE, Set.of(), false);
        recorder.planned(List.of(UNIT));
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.PASSED, 10);
        recorder.restPlanned(1, UNIT, rest);
        recorder.unitLost(1, UNIT, "crashed");
        recorder.unitStarted(2, rest);
        run(2, "n", Kind.PASSED, 20);
        recorder.unitEnded(2, rest);

        assertThat(recorder.measurements())
                .containsExactlyInAnyOrder(
                        seen("m", 10, "passed"),
                        seen("n", 20, "passed"),
                        seen("*", 10, "error").with(Remark.LOST));
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void whatRanWhenItsWorkerWasLostHasFailed() {
        recorder.unitStarted(1, UNIT);
        run(1, "before", Kind.PASSED, 10);
        recorder.reported(1, event(Kind.TEST_STARTED, "m", false));
        nowMillis += 40;
        recorder.unitLost(1, UNIT, "crashed");

        assertThat(recorder.measurements())
                .containsExactlyInAnyOrder(
                        seen("before", 10, "passed"),
                        seen("m", 40, "error").with(Remark.LOST),
                        seen("*", 50, "error").with(Remark.LOST));
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void aTestThatPassesWhenItIsRepeatedIsMarked() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.FAILED, 10);
        recorder.reported(1, event(Kind.RERUNS_STARTED, "", false));
        recorder.reported(1, event(Kind.PASSED, "m", true));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 10, "failed").with(Remark.PASSED_AGAIN));
    }

    @Test
    void workersAreMeasuredApart() {
        Unit other = new Unit("b.B", List.of("b.B"));
        recorder.unitStarted(1, UNIT);
        nowMillis += 10;
        recorder.unitStarted(2, other);
        recorder.reported(1, event(Kind.TEST_STARTED, "m", false));
        nowMillis += 5;
        recorder.reported(2, new ReportEvent(Kind.TEST_STARTED, "b.B", "n", nowMillis, nanos(), false, null));
        nowMillis += 5;
        recorder.reported(1, event(Kind.PASSED, "m", false));
        recorder.unitEnded(1, UNIT);
        nowMillis += 30;
        recorder.reported(2, new ReportEvent(Kind.FAILED, "b.B", "n", nowMillis, nanos(), false, null));
        recorder.unitEnded(2, other);

        assertThat(recorder.measurements())
                .containsExactlyInAnyOrder(
                        seen("m", 10, "passed"),
                        seen("*", 20, "passed"),
                        new Measurement(key("b.B", "n"), 35, "failed"),
                        new Measurement(key("b.B", "*"), 40, "failed"));
    }

    @Test
    void nestedClassesKeepTheirNames() {
        recorder.unitStarted(1, UNIT);
        recorder.reported(1, new ReportEvent(Kind.TEST_STARTED, "a.A$In", "m", nowMillis, nanos(), false, null));
        nowMillis += 8;
        recorder.reported(1, new ReportEvent(Kind.PASSED, "a.A$In", "m", nowMillis, nanos(), false, null));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements())
                .containsExactlyInAnyOrder(new Measurement(key("a.A$In", "m"), 8, "passed"), seen("*", 8, "passed"));
    }

    @Test
    void whatAWorkerTellsBetweenUnitsTeachesNothing() {
        recorder.workerStarted(1, 4711);
        run(1, "m", Kind.PASSED, 10);
        recorder.workerEnded(1, 0);

        assertThat(recorder.measurements()).isEmpty();
    }

    @Test
    void aTestThatNeverToldItsStartIsMeasuredFromTheEndOfTheOneBefore() {
        recorder.unitStarted(1, UNIT);
        run(1, "first", Kind.PASSED, 100);
        nowMillis += 7;
        recorder.reported(1, event(Kind.PASSED, "second", false));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("first", 100, "passed"), seen("second", 7, "passed"));
    }

    @Test
    void ofSeveralClassesEachHasItsOwnTimeAndTheFirstTheRest() {
        Unit unit = new Unit("u", List.of("a.A", "b.B", "c.C"));
        recorder.unitStarted(1, unit);
        nowMillis += 1;
        runClass(1, "a.A", Kind.PASSED, 10);
        nowMillis += 2;
        runClass(1, "b.B", Kind.FAILED, 20);
        nowMillis += 4;
        recorder.unitEnded(1, unit);

        assertThat(recorder.measurements())
                .contains(seen("*", 17, "passed"), new Measurement(key("b.B", "*"), 20, "failed"))
                .doesNotContain(new Measurement(key("c.C", "*"), 0, "passed"));
        assertThat(recorder.completeClasses()).containsExactlyInAnyOrder("a.A", "b.B");
    }

    @Test
    void aNestedClassIsInTheTimeOfTheOneAroundIt() {
        Unit unit = new Unit("u", List.of("b.B", "a.A"));
        recorder.unitStarted(1, unit);
        recorder.reported(1, set(Kind.SET_STARTED, "a.A"));
        runClass(1, "a.A$In", Kind.PASSED, 10);
        nowMillis += 5;
        recorder.reported(1, set(Kind.SET_COMPLETED, "a.A"));
        recorder.unitEnded(1, unit);

        assertThat(recorder.measurements()).contains(seen("*", 15, "passed"));
    }

    @Test
    void aSplitClassTookAsLongAsAllItsPartsTogether() {
        recorder.planned(List.of(FIRST, SECOND));
        recorder.unitStarted(1, FIRST);
        nowMillis += 3;
        recorder.unitStarted(2, SECOND);
        runClass(1, "a.A", Kind.FAILED, 10);
        recorder.unitEnded(1, FIRST);
        assertThat(recorder.completeClasses()).isEmpty();
        runClass(2, "a.A", Kind.PASSED, 20);
        recorder.unitEnded(2, SECOND);

        assertThat(recorder.measurements()).contains(seen("*", 13 + 30, "failed"));
        assertThat(recorder.completeClasses()).containsExactly("a.A");
    }

    @Test
    void aPartAmongOtherClassesHasTheTimeOfItsSet() {
        Unit group = new Unit(
                "group", List.of(ClassPart.whole("b.B"), SECOND.parts().get(0)), "g", Strategy.SERIAL, Set.of(), false);
        recorder.planned(List.of(FIRST, group));
        recorder.unitStarted(1, group);
        nowMillis += 100;
        runClass(1, "b.B", Kind.PASSED, 20);
        runClass(1, "a.A", Kind.PASSED, 10);
        recorder.unitEnded(1, group);
        recorder.unitStarted(1, FIRST);
        runClass(1, "a.A", Kind.PASSED, 5);
        recorder.unitEnded(1, FIRST);

        assertThat(recorder.measurements())
                .contains(seen("*", 15, "passed"), new Measurement(key("b.B", "*"), 120, "passed"));
    }

    @Test
    void aSplitClassThatLostAPartHasFailedAndIsNotComplete() {
        recorder.planned(List.of(FIRST, SECOND));
        recorder.unitStarted(1, FIRST);
        runClass(1, "a.A", Kind.PASSED, 10);
        recorder.unitLost(1, FIRST, "gone");
        recorder.unitStarted(2, SECOND);
        run(2, "n", Kind.PASSED, 20);
        recorder.unitEnded(2, SECOND);

        assertThat(recorder.measurements())
                .containsExactlyInAnyOrder(
                        seen("m", 10, "passed"),
                        seen("n", 20, "passed"),
                        seen("*", 10, "error").with(Remark.LOST));
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void aSplitClassOfWhichAPartNeverRanIsNotComplete() {
        recorder.planned(List.of(FIRST, SECOND));
        recorder.unitStarted(1, FIRST);
        runClass(1, "a.A", Kind.PASSED, 10);
        recorder.unitEnded(1, FIRST);

        assertThat(recorder.measurements()).containsExactly(seen("m", 10, "passed"));
        assertThat(recorder.completeClasses()).isEmpty();
    }

    @Test
    void timeAfterTheNormalRunDoesNotCount() {
        recorder.unitStarted(1, UNIT);
        run(1, "m", Kind.FAILED, 10);
        recorder.reported(1, event(Kind.RERUNS_STARTED, "", false));
        nowMillis += 1_000;
        run(1, "m", Kind.PASSED, 10);
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("m", 10, "failed"), seen("*", 10, "failed"));
    }

    @Test
    void testsThatRunAtTheSameTimeAreMeasuredEach() {
        recorder.unitStarted(1, UNIT);
        recorder.reported(1, event(Kind.TEST_STARTED, "long", false));
        nowMillis += 10;
        recorder.reported(1, event(Kind.TEST_STARTED, "short", false));
        nowMillis += 5;
        recorder.reported(1, event(Kind.PASSED, "short", false));
        nowMillis += 85;
        recorder.reported(1, event(Kind.PASSED, "long", false));
        recorder.unitEnded(1, UNIT);

        assertThat(recorder.measurements()).contains(seen("long", 100, "passed"), seen("short", 5, "passed"));
    }

    @Test
    void theTimeOfAClassWhoseTestsRunAtTheSameTimeHasItsSetUpInIt() {
        Unit unit = new Unit("a.A", List.of(ClassPart.whole("a.A")), "", Strategy.FREE, Set.of(), false, 2);
        recorder.unitStarted(1, unit);
        nowMillis += 500;
        runClass(1, "a.A", Kind.PASSED, 10);
        nowMillis += 20;
        recorder.unitEnded(1, unit);

        assertThat(recorder.measurements()).contains(seen("*", 530, "passed"));
    }

    @Test
    void classesThatRunAtTheSameTimeAreMeasuredEach() {
        Unit together = new Unit(
                "together",
                List.of(ClassPart.whole("a.A"), ClassPart.whole("b.B")),
                "",
                Strategy.FREE,
                Set.of(),
                false,
                2);
        recorder.unitStarted(1, together);
        nowMillis += 7;
        recorder.reported(1, set(Kind.SET_STARTED, "a.A"));
        nowMillis += 10;
        recorder.reported(1, set(Kind.SET_STARTED, "b.B"));
        nowMillis += 10;
        recorder.reported(1, new ReportEvent(Kind.PASSED, "a.A", "m", nowMillis, nanos(), false, null));
        recorder.reported(1, new ReportEvent(Kind.FAILED, "b.B", "m", nowMillis, nanos(), false, null));
        recorder.reported(1, set(Kind.SET_COMPLETED, "b.B"));
        nowMillis += 80;
        recorder.reported(1, set(Kind.SET_COMPLETED, "a.A"));
        recorder.unitEnded(1, together);

        assertThat(recorder.measurements())
                .contains(seen("*", 100, "passed"), new Measurement(key("b.B", "*"), 10, "failed"));
    }

    private void runClass(int worker, String className, Kind end, long millis) {
        recorder.reported(worker, set(Kind.SET_STARTED, className));
        recorder.reported(worker, new ReportEvent(Kind.TEST_STARTED, className, "m", nowMillis, nanos(), false, null));
        nowMillis += millis;
        recorder.reported(worker, new ReportEvent(end, className, "m", nowMillis, nanos(), false, null));
        recorder.reported(worker, set(Kind.SET_COMPLETED, className));
    }

    private ReportEvent set(Kind kind, String className) {
        return new ReportEvent(kind, className, "", nowMillis, nanos(), false, null);
    }

    private static Unit part(int position) {
        ClassPart part = new ClassPart("a.A", List.of(new Selected(position, "piece " + position)));
        return new Unit("a.A#" + position, List.of(part), "", Strategy.FREE, Set.of(), false);
    }

    private void run(int worker, String method, Kind end, long millis) {
        recorder.reported(worker, event(Kind.TEST_STARTED, method, false));
        nowMillis += millis;
        recorder.reported(worker, event(end, method, false));
    }

    private ReportEvent event(Kind kind, String method, boolean rerun) {
        return new ReportEvent(kind, "a.A", method, nowMillis, nanos(), rerun, null);
    }

    private ReportEvent event(Kind kind, String className, String method) {
        return new ReportEvent(kind, className, method, nowMillis, nanos(), false, null);
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(nowMillis);
    }

    private static Measurement seen(String method, long millis, String outcome) {
        return new Measurement(key("a.A", method), millis, outcome);
    }

    private static TestKey key(String className, String method) {
        return new TestKey("g:a", "surefire:default-test", className, method);
    }
}
