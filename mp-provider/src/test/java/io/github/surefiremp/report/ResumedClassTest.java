package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedClassTest {
    private static final String A = "a.A";
    private static final String INNER = "a.A$Inner";
    private static final String LAST = "a.A$Last";
    private static final Unit UNIT = new Unit(A, List.of(A, "b.B"));
    private static final Unit REST = new Unit(
            "A (rest)",
            List.of(ClassPart.whole(A).without(Set.of("[m]")), ClassPart.whole("b.B")),
            "",
            Strategy.FREE,
            Set.of(),
            false);

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final Sink sink = new Sink();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClassGoesOnInAnotherWorkerAndIsReportedOnce(boolean atOnce) throws IOException {
        try (ReportStream stream = new ReportStream(sink, atOnce, folder)) {
            stream.workerStarted(1, 1);
            stream.unitStarted(1, UNIT);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            test(stream, 1, A, "first");
            tell(stream, 1, Kind.SET_STARTED, INNER, "");
            tell(stream, 1, Kind.TEST_STARTED, INNER, "guilty");
            lose(stream, 1, UNIT, REST);
            stream.workerStarted(2, 2);
            stream.unitStarted(2, REST);
            tell(stream, 2, Kind.SET_STARTED, A, "");
            tell(stream, 2, Kind.SET_STARTED, INNER, "");
            test(stream, 2, INNER, "next");
            tell(stream, 2, Kind.SET_COMPLETED, INNER, "");
            tell(stream, 2, Kind.SET_STARTED, LAST, "");
            test(stream, 2, LAST, "last");
            tell(stream, 2, Kind.SET_COMPLETED, LAST, "");
            tell(stream, 2, Kind.SET_COMPLETED, A, "");
            tell(stream, 2, Kind.SET_STARTED, "b.B", "");
            test(stream, 2, "b.B", "b");
            tell(stream, 2, Kind.SET_COMPLETED, "b.B", "");
            stream.unitEnded(2, REST);
            stream.workerEnded(2, 0);
        }

        assertThat(told)
                .containsExactly(
                        "SET_STARTED a.A",
                        "TEST_STARTED first",
                        "PASSED first",
                        "SET_STARTED a.A$Inner",
                        "TEST_STARTED guilty",
                        "failed: gone",
                        "TEST_STARTED next",
                        "PASSED next",
                        "SET_COMPLETED a.A$Inner",
                        "SET_STARTED a.A$Last",
                        "TEST_STARTED last",
                        "PASSED last",
                        "SET_COMPLETED a.A$Last",
                        "SET_COMPLETED a.A",
                        "SET_STARTED b.B",
                        "TEST_STARTED b",
                        "PASSED b",
                        "SET_COMPLETED b.B");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondLossIsReportedInTheSameClass(boolean atOnce) throws IOException {
        Unit first = new Unit(A, List.of(A));
        Unit rest = new Unit("A (rest)", REST.parts().subList(0, 1), "", Strategy.FREE, Set.of(), false);
        Unit second = new Unit(
                "A (rest 2)", List.of(REST.parts().get(0).without(Set.of("[n]"))), "", Strategy.FREE, Set.of(), false);
        try (ReportStream stream = new ReportStream(sink, atOnce, folder)) {
            stream.workerStarted(1, 1);
            stream.unitStarted(1, first);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.TEST_STARTED, A, "m");
            lose(stream, 1, first, rest);
            stream.workerStarted(1, 2);
            stream.unitStarted(1, rest);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.TEST_STARTED, A, "n");
            lose(stream, 1, rest, second);
            stream.workerStarted(1, 3);
            stream.unitStarted(1, second);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            test(stream, 1, A, "o");
            tell(stream, 1, Kind.SET_COMPLETED, A, "");
            stream.unitEnded(1, second);
        }

        assertThat(told)
                .containsExactly(
                        "SET_STARTED a.A",
                        "TEST_STARTED m",
                        "failed: gone",
                        "TEST_STARTED n",
                        "failed: gone",
                        "TEST_STARTED o",
                        "PASSED o",
                        "SET_COMPLETED a.A");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatNeverGoesOnIsAnError(boolean atOnce) throws IOException {
        try (ReportStream stream = new ReportStream(sink, atOnce, folder)) {
            stream.workerStarted(1, 1);
            stream.unitStarted(1, UNIT);
            tell(stream, 1, Kind.SET_STARTED, A, "");
            tell(stream, 1, Kind.TEST_STARTED, A, "m");
            lose(stream, 1, UNIT, REST);
        }

        assertThat(told)
                .containsExactly(
                        "SET_STARTED a.A",
                        "TEST_STARTED m",
                        "failed: gone",
                        "failed: not all tests of a.A ran: the run ended before",
                        "SET_COMPLETED a.A");
    }

    private static void lose(ReportStream stream, int worker, Unit unit, Unit rest) {
        stream.restPlanned(worker, unit, rest);
        stream.unitLost(worker, unit, "gone");
        stream.workerEnded(worker, 7);
    }

    private static void test(ReportStream stream, int worker, String className, String name) {
        String outer = className.replaceFirst("\\$.*", "");
        tell(stream, worker, Kind.PIECE_STARTED, outer, "[" + name + "]");
        tell(stream, worker, Kind.TEST_STARTED, className, name);
        tell(stream, worker, Kind.PASSED, className, name);
    }

    private static void tell(ReportStream stream, int worker, Kind kind, String className, String method) {
        stream.reported(worker, new ReportEvent(kind, className, method, 1, 2, false, null));
    }

    private final class Sink implements ReportSink {
        @Override
        public void emit(int worker, ReportEvent event) {
            told.add(event.kind() + " " + (event.method().isEmpty() ? event.className() : event.method()));
        }

        @Override
        public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
            emit(worker, event);
        }

        @Override
        public void failOpenTests(int worker, Loss loss) {
            told.add("failed: " + loss.reason());
        }

        @Override
        public void emitLoss(int worker, Loss loss) {
            told.add("lost " + loss.className() + ": " + loss.reason());
        }

        @Override
        public void endWorker(int worker, String reason) {
            // Nothing is open of a worker that has no unit.
        }

        @Override
        public void finish() {}
    }
}
