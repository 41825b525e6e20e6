package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Loss;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.event.SystemPropertyEvent;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.junit.jupiter.api.Test;

class SurefireSinkTest {
    private static final int AN_HOUR = 3_600_000;

    private final RecordingListener listener = new RecordingListener();
    private final SurefireSink sink = new SurefireSink(listener);
    private long nowMillis = 10_000;

    @Test
    void everyKindGoesToItsMethod() {
        emit(Kind.SET_STARTED, set("a.A", null));
        for (Kind kind : List.of(Kind.PASSED, Kind.FAILED, Kind.ERROR, Kind.SKIPPED, Kind.ABORTED)) {
            emit(Kind.TEST_STARTED, test(kind.name(), null));
            emit(kind, test(kind.name(), 1));
        }
        emit(Kind.OUTPUT, new Output("text", true, true, "NORMAL_RUN", 5L, null));
        emit(Kind.LOG, new LogLine(LogLine.Level.INFO, "info"));
        emit(Kind.LOG, new LogLine(LogLine.Level.WARNING, "warning"));
        emit(Kind.LOG, new LogLine(LogLine.Level.DEBUG, "debug"));
        emit(Kind.SET_COMPLETED, set("a.A", 9));

        assertThat(listener.told)
                .containsExactly(
                        "setStarting a.A",
                        "starting PASSED",
                        "succeeded PASSED",
                        "starting FAILED",
                        "failed FAILED",
                        "starting ERROR",
                        "error ERROR",
                        "starting SKIPPED",
                        "skipped SKIPPED",
                        "starting ABORTED",
                        "assumption ABORTED",
                        "output text",
                        "info info",
                        "warning warning",
                        "debug debug",
                        "setCompleted a.A");
    }

    @Test
    void aMissingDurationIsThatBetweenTheEvents() {
        emit(Kind.SET_STARTED, set("a.A", null));
        nowMillis += 100;
        emit(Kind.TEST_STARTED, test("m", null));
        nowMillis += 30;
        emit(Kind.PASSED, test("m", null));
        nowMillis += 20;
        emit(Kind.SET_COMPLETED, set("a.A", null));

        assertThat(listener.entry("succeeded m").getElapsed()).isEqualTo(30);
        assertThat(listener.entry("setCompleted a.A").getElapsed()).isEqualTo(150);
    }

    @Test
    void aDurationThatIsThereStays() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("m", null));
        nowMillis += 30;
        SimpleReportEntry ended = test("m", 7);
        emit(Kind.FAILED, ended);
        emit(Kind.SET_COMPLETED, set("a.A", 8));

        assertThat(listener.entry("failed m")).isSameAs(ended);
        assertThat(listener.entry("setCompleted a.A").getElapsed()).isEqualTo(8);
    }

    @Test
    void whatFailsOutsideOfAnyClassTookNoTime() {
        nowMillis += 10;
        emit(Kind.ERROR, test("m", null));

        assertThat(listener.entry("error m").getElapsed()).isZero();
    }

    @Test
    void aTestThatNeverToldItsStartIsMeasuredFromTheEndOfTheOneBefore() {
        emit(Kind.SET_STARTED, set("a.A", null));
        nowMillis += 10;
        emit(Kind.PASSED, test("m", null));
        nowMillis += 5;
        emit(Kind.PASSED, test("n", null));

        assertThat(listener.entry("succeeded m").getElapsed()).isEqualTo(10);
        assertThat(listener.entry("succeeded n").getElapsed()).isEqualTo(5);
    }

    @Test
    void aSkippedTestIsHandedOnAsItIs() {
        SimpleReportEntry skipped = SimpleReportEntry.ignored(RunMode.NORMAL_RUN, 1L, "a.A", null, "m", null, "why");
        emit(Kind.SET_STARTED, set("a.A", null));
        nowMillis += 10;
        emit(Kind.SKIPPED, skipped);

        assertThat(listener.entry("skipped m")).isSameAs(skipped);
    }

    @Test
    void whatIsFilledInKeepsAllElse() {
        TextTrace trace = new TextTrace("A.m", "trace", "trace");
        SimpleReportEntry failed = new SimpleReportEntry(
                RunMode.RERUN_TEST_AFTER_FAILURE,
                5L,
                "a.A",
                "class a",
                "m",
                "method m",
                trace,
                null,
                "message",
                Map.of());
        emit(Kind.TEST_STARTED, test("m", null));
        nowMillis += 4;
        emit(Kind.FAILED, failed);

        ReportEntry told = listener.entry("failed m");
        assertThat(told.getRunMode()).isEqualTo(RunMode.RERUN_TEST_AFTER_FAILURE);
        assertThat(told.getTestRunId()).isEqualTo(5L);
        assertThat(told.getSourceText()).isEqualTo("class a");
        assertThat(told.getNameText()).isEqualTo("method m");
        assertThat(told.getStackTraceWriter()).isSameAs(trace);
        assertThat(told.getMessage()).isEqualTo("message");
        assertThat(told.getElapsed()).isEqualTo(4);
    }

    @Test
    void aClassHasTheSystemPropertiesOfItsWorker() {
        sink.emit(2, event(Kind.PROPERTY, new SystemPropertyEvent(RunMode.NORMAL_RUN, 1L, "mp.worker", "2")));
        sink.emit(1, event(Kind.PROPERTY, new SystemPropertyEvent(RunMode.NORMAL_RUN, 1L, "mp.worker", "1")));
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.SET_COMPLETED, set("a.A", 1));

        assertThat(((TestSetReportEntry) listener.entry("setCompleted a.A")).getSystemProperties())
                .containsEntry("mp.worker", "1");
    }

    @Test
    void aLossEndsTheTestThatHadBegunWithAnError() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("done", null));
        emit(Kind.PASSED, test("done", 1));
        emit(Kind.TEST_STARTED, test("open", null));

        sink.emitLoss(1, loss("a.A", "exit code 137"));

        assertThat(listener.told.subList(4, 6)).containsExactly("error open", "setCompleted a.A");
        ReportEntry error = listener.entry("error open");
        assertThat(error.getStackTraceWriter().writeTraceToString()).isEqualTo("exit code 137");
        assertThat(error.getStackTraceWriter().smartTrimmedStackTrace()).isEqualTo("A.open » exit code 137");
        assertThat(error.getStackTraceWriter().getThrowable().getMessage()).isEqualTo("exit code 137");
        assertThat(error.getSourceName()).isEqualTo("a.A");
    }

    @Test
    void aLossEndsEveryTestThatHadBegun() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("m", null));
        emit(Kind.TEST_STARTED, test("n", null));

        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.told).endsWith("error m", "error n", "setCompleted a.A");
    }

    @Test
    void aLossBetweenTestsIsAnErrorOfTheClass() {
        emit(Kind.SET_STARTED, set("b.Open", null));

        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.told).containsExactly("setStarting b.Open", "error null", "setCompleted b.Open");
        assertThat(listener.entry("error null").getSourceName()).isEqualTo("b.Open");
    }

    @Test
    void aLossBeforeAnyClassBeganBlamesTheOneThatWasSent() {
        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.told).containsExactly("setStarting a.A", "error null", "setCompleted a.A");
        assertThat(listener.entry("error null").getSourceName()).isEqualTo("a.A");
    }

    @Test
    void aLossBeforeAnyClassBeganTookNoTime() {
        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.entry("setCompleted a.A").getElapsed()).isBetween(0, AN_HOUR / 60);
    }

    @Test
    void afterALossTheNextWorkerOfThatNumberBeginsAnew() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("open", null));
        sink.emitLoss(1, loss("a.A", "gone"));
        emit(Kind.SET_STARTED, set("b.B", null));
        emit(Kind.SET_COMPLETED, set("b.B", 1));
        listener.told.clear();

        sink.emitLoss(1, loss("c.C", "gone too"));

        assertThat(listener.told).containsExactly("setStarting c.C", "error null", "setCompleted c.C");
    }

    @Test
    void aTestThatAnEarlierWorkerLeftOpenIsNotBlamedInTheNextClass() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("left open", null));
        emit(Kind.SET_STARTED, set("b.B", null));
        emit(Kind.TEST_STARTED, test("m", null));
        listener.told.clear();

        sink.emitLoss(1, loss("b.B", "gone"));

        assertThat(listener.told).containsExactly("error m", "setCompleted b.B");
    }

    @Test
    void aWorkerThatDiedWhileItRepeatedTestsHasItsClassClosed() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("repeated", null));

        sink.endWorker(1, "died");

        assertThat(listener.told).endsWith("error repeated", "setCompleted a.A");
    }

    @Test
    void aWorkerThatLeftNothingOpenEndsSilently() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.SET_COMPLETED, set("a.A", 1));
        listener.told.clear();

        sink.endWorker(1, "ended");

        assertThat(listener.told).isEmpty();
    }

    @Test
    void workersDoNotMix() {
        sink.emit(1, event(Kind.SET_STARTED, set("a.A", null)));
        sink.emit(1, event(Kind.TEST_STARTED, test("m", null)));
        sink.emitLoss(2, loss("b.B", "gone"));

        assertThat(listener.told.subList(2, 5)).containsExactly("setStarting b.B", "error null", "setCompleted b.B");
    }

    @Test
    void anEventWithoutItsEntryIsNamed() {
        assertThatThrownBy(() -> emit(Kind.PASSED, null)).hasMessageContaining("PASSED without its entry");
    }

    @Test
    void aLostTestTookAsLongAsUntilItsLossWasNoticed() {
        emit(Kind.SET_STARTED, set("a.A", null));
        nowMillis += 10;
        emit(Kind.TEST_STARTED, test("m", null));
        nowMillis += 30;

        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.entry("error m").getElapsed()).isEqualTo(30);
        assertThat(listener.entry("setCompleted a.A").getElapsed()).isEqualTo(40);
    }

    @Test
    void aLossInANestedClassClosesTheOnesAroundItToo() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.SET_STARTED, set("a.A$In", null));

        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.told)
                .containsExactly(
                        "setStarting a.A",
                        "setStarting a.A$In",
                        "error null",
                        "setCompleted a.A$In",
                        "setCompleted a.A");
        assertThat(listener.entry("error null").getSourceName()).isEqualTo("a.A$In");
    }

    @Test
    void aLossAfterANestedClassIsThatOfTheClassAroundIt() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.SET_STARTED, set("a.A$In", null));
        emit(Kind.SET_COMPLETED, set("a.A$In", null));
        listener.told.clear();

        sink.emitLoss(1, loss("a.A", "gone"));

        assertThat(listener.told).containsExactly("error null", "setCompleted a.A");
    }

    @Test
    void openTestsCanFailWhileTheirSetGoesOn() {
        emit(Kind.SET_STARTED, set("a.A", null));
        emit(Kind.TEST_STARTED, test("lost", null));

        sink.failOpenTests(1, loss("a.A", "gone"));
        emit(Kind.TEST_STARTED, test("m", null));
        emit(Kind.PASSED, test("m", 1));
        sink.failOpenTests(1, loss("a.A", "not all ran"));
        emit(Kind.SET_COMPLETED, set("a.A", null));

        assertThat(listener.told)
                .containsExactly(
                        "setStarting a.A",
                        "starting lost",
                        "error lost",
                        "starting m",
                        "succeeded m",
                        "error null",
                        "setCompleted a.A");
    }

    @Test
    void aSetThatDidNotRunInOneGoTookAsLongAsIsSaid() {
        sink.emit(1, event(Kind.PROPERTY, new SystemPropertyEvent(RunMode.NORMAL_RUN, 1L, "mp.worker", "1")));
        emit(Kind.SET_STARTED, set("a.A", null));
        nowMillis += 7;

        sink.emitSetEnd(1, event(Kind.SET_COMPLETED, set("a.A", 5)), 123);

        TestSetReportEntry end = (TestSetReportEntry) listener.entry("setCompleted a.A");
        assertThat(end.getElapsed()).isEqualTo(123);
        assertThat(end.getSystemProperties()).containsEntry("mp.worker", "1");
    }

    @Test
    void theMarksOfPiecesAndRepetitionsAreNotForSurefire() {
        emit(Kind.PIECE_STARTED, null);
        emit(Kind.RERUNS_STARTED, null);

        assertThat(listener.told).isEmpty();
    }

    private Loss loss(String className, String reason) {
        return new Loss(className, reason, TimeUnit.MILLISECONDS.toNanos(nowMillis));
    }

    private void emit(Kind kind, Object payload) {
        sink.emit(1, event(kind, payload));
    }

    private ReportEvent event(Kind kind, Object payload) {
        return new ReportEvent(kind, "", "", nowMillis, TimeUnit.MILLISECONDS.toNanos(nowMillis), false, payload);
    }

    private static SimpleReportEntry set(String name, Integer elapsed) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, 5L, name, null, null, null, elapsed);
    }

    private static SimpleReportEntry test(String name, Integer elapsed) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, 5L, "a.A", null, name, null, elapsed);
    }
}
