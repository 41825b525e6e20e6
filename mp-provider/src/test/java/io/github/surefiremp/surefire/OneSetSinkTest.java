package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Loss;
import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.junit.jupiter.api.Test;

class OneSetSinkTest {
    private final RecordingListener listener = new RecordingListener();
    private final OneSetSink sink = new OneSetSink(new SurefireSink(listener), "TestSuite");
    private long nowMillis = 10_000;

    @Test
    void allTestsAreInOneSet() {
        runClass(1, "a.A", "m");
        runClass(2, "b.B", "n");
        sink.finish();

        assertThat(listener.told)
                .containsExactly(
                        "setStarting TestSuite",
                        "starting m",
                        "succeeded m",
                        "starting n",
                        "succeeded n",
                        "setCompleted TestSuite");
        assertThat(listener.entry("succeeded n").getSourceName()).isEqualTo("b.B");
    }

    @Test
    void theSetLastsFromTheFirstClassToTheEndOfTheLast() {
        runClass(1, "a.A", "m");
        nowMillis += 1_000;
        runClass(2, "b.B", "n");
        nowMillis += 7_777;
        sink.finish();

        assertThat(listener.entry("setCompleted TestSuite").getElapsed()).isEqualTo(1_020);
    }

    @Test
    void aRunWithoutTestsHasNoSet() {
        sink.finish();

        assertThat(listener.told).isEmpty();
    }

    @Test
    void theEndIsToldOnce() {
        runClass(1, "a.A", "m");
        sink.finish();
        sink.finish();

        assertThat(listener.told).containsOnlyOnce("setCompleted TestSuite");
    }

    @Test
    void aLossEndsTheOpenTestAndTheSetGoesOn() {
        emit(1, Kind.SET_STARTED, "a.A", null);
        emit(1, Kind.TEST_STARTED, "a.A", "open");
        sink.emitLoss(1, new Loss("a.A", "exit code 137", 0));
        runClass(2, "b.B", "n");
        sink.finish();

        assertThat(listener.told)
                .containsExactly(
                        "setStarting TestSuite",
                        "starting open",
                        "error open",
                        "starting n",
                        "succeeded n",
                        "setCompleted TestSuite");
        assertThat(listener.entry("error open").getStackTraceWriter().writeTraceToString())
                .isEqualTo("exit code 137");
    }

    @Test
    void aLossBeforeAnyTestBlamesTheClassInsideTheSet() {
        sink.emitLoss(1, new Loss("a.A", "gone", 0));
        sink.finish();

        assertThat(listener.told).containsExactly("setStarting TestSuite", "error null", "setCompleted TestSuite");
        assertThat(listener.entry("error null").getSourceName()).isEqualTo("a.A");
    }

    @Test
    void openTestsOfASplitClassFailInsideTheSet() {
        emit(1, Kind.SET_STARTED, "a.A", null);
        emit(1, Kind.TEST_STARTED, "a.A", "open");
        sink.failOpenTests(1, new Loss("a.A", "gone", 0));
        sink.failOpenTests(1, new Loss("a.A", "not all ran", 0));
        nowMillis += 20;
        sink.emitSetEnd(1, event(Kind.SET_COMPLETED, "a.A", null), 777);
        runClass(2, "b.B", "n");
        sink.finish();

        assertThat(listener.told)
                .containsExactly(
                        "setStarting TestSuite",
                        "starting open",
                        "error open",
                        "error null",
                        "starting n",
                        "succeeded n",
                        "setCompleted TestSuite");
        assertThat(listener.entry("setCompleted TestSuite").getElapsed()).isEqualTo(30);
    }

    private void runClass(int worker, String className, String method) {
        emit(worker, Kind.SET_STARTED, className, null);
        emit(worker, Kind.TEST_STARTED, className, method);
        nowMillis += 10;
        emit(worker, Kind.PASSED, className, method);
        emit(worker, Kind.SET_COMPLETED, className, null);
    }

    private void emit(int worker, Kind kind, String className, String method) {
        sink.emit(worker, event(kind, className, method));
    }

    private ReportEvent event(Kind kind, String className, String method) {
        return new ReportEvent(
                kind,
                className,
                method == null ? "" : method,
                nowMillis,
                TimeUnit.MILLISECONDS.toNanos(nowMillis),
                false,
                new SimpleReportEntry(RunMode.NORMAL_RUN, 5L, className, null, method, null));
    }
}
