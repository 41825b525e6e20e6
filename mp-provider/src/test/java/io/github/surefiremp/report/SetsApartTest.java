package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetsApartTest {
    @TempDir
    Path folder;

    private final Recording recording = new Recording();
    private SetsApart sink;

    @BeforeEach
    void wrap() {
        sink = new SetsApart(recording, folder);
    }

    @Test
    void aNestedSetIsHandedOnBeforeTheOneThatItIsIn() {
        emit(Kind.SET_STARTED, "A", "");
        test("A", "one");
        emit(Kind.SET_STARTED, "A$B", "");
        test("A$B", "two");
        emit(Kind.SET_STARTED, "A$B$C", "");
        test("A$B$C", "three");
        emit(Kind.SET_COMPLETED, "A$B$C", "");
        emit(Kind.SET_COMPLETED, "A$B", "");
        test("A", "four");
        emit(Kind.SET_COMPLETED, "A", "");

        assertThat(recording.told)
                .containsExactly(
                        "SET_STARTED A$B$C",
                        "TEST_STARTED A$B$C three",
                        "PASSED A$B$C three",
                        "SET_COMPLETED A$B$C",
                        "SET_STARTED A$B",
                        "TEST_STARTED A$B two",
                        "PASSED A$B two",
                        "SET_COMPLETED A$B",
                        "SET_STARTED A",
                        "TEST_STARTED A one",
                        "PASSED A one",
                        "TEST_STARTED A four",
                        "PASSED A four",
                        "SET_COMPLETED A");
    }

    @Test
    void outputOfNoKnownClassStaysWithTheInnermostSet() {
        emit(Kind.SET_STARTED, "A", "");
        emit(Kind.SET_STARTED, "A$B", "");
        sink.emit(1, new ReportEvent(Kind.OUTPUT, "", "", 0, 0, false, output("x")));
        emit(Kind.SET_COMPLETED, "A$B", "");
        emit(Kind.SET_COMPLETED, "A", "");

        assertThat(recording.told)
                .containsExactly(
                        "SET_STARTED A$B", "OUTPUT x", "SET_COMPLETED A$B", "SET_STARTED A", "SET_COMPLETED A");
    }

    @Test
    void muchOutputIsTheSameAfterItsTimeInAFile() {
        String much = "x".repeat(5_000_000);
        emit(Kind.SET_STARTED, "A", "");
        sink.emit(1, new ReportEvent(Kind.OUTPUT, "A", "", 0, 0, false, output(much + "1")));
        sink.emit(1, new ReportEvent(Kind.OUTPUT, "A", "", 0, 0, false, output(much + "2")));
        assertThat(folder).isNotEmptyDirectory();
        emit(Kind.SET_COMPLETED, "A", "");
        sink.finish();

        assertThat(recording.told)
                .containsExactly(
                        "SET_STARTED A",
                        "OUTPUT 5000001 ends 1",
                        "OUTPUT 5000001 ends 2",
                        "SET_COMPLETED A",
                        "finished");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLossGetsAllThatWasToldBefore() {
        emit(Kind.SET_STARTED, "A", "");
        test("A", "one");
        emit(Kind.SET_STARTED, "A$B", "");
        emit(Kind.TEST_STARTED, "A$B", "two");
        sink.emitLoss(1, new Loss("A", "crashed", 0));
        emit(Kind.SET_STARTED, "D", "");
        emit(Kind.SET_COMPLETED, "D", "");

        assertThat(recording.told)
                .containsExactly(
                        "SET_STARTED A",
                        "TEST_STARTED A one",
                        "PASSED A one",
                        "SET_STARTED A$B",
                        "TEST_STARTED A$B two",
                        "lost A",
                        "SET_STARTED D",
                        "SET_COMPLETED D");
    }

    @Test
    void aBlamedClassGoesOnAndEnds() {
        emit(Kind.SET_STARTED, "A", "");
        test("A", "one");
        sink.failOpenTests(1, new Loss("A", "a part is missing", 0));
        sink.emitSetEnd(1, event(Kind.SET_COMPLETED, "A", ""), 5);

        assertThat(recording.told)
                .containsExactly("SET_STARTED A", "TEST_STARTED A one", "PASSED A one", "failed A", "end A 5");
    }

    @Test
    void whatAWorkerLeftOpenIsHandedOnBeforeItsEnd() {
        emit(Kind.SET_STARTED, "A", "");
        emit(Kind.TEST_STARTED, "A", "one");
        sink.endWorker(1, "exit code 1");
        sink.finish();

        assertThat(recording.told).containsExactly("SET_STARTED A", "TEST_STARTED A one", "ended 1", "finished");
    }

    private void test(String className, String method) {
        emit(Kind.TEST_STARTED, className, method);
        emit(Kind.PASSED, className, method);
    }

    private void emit(Kind kind, String className, String method) {
        sink.emit(1, event(kind, className, method));
    }

    private static ReportEvent event(Kind kind, String className, String method) {
        return new ReportEvent(kind, className, method, 0, 0, false, null);
    }

    private static Output output(String text) {
        return new Output(text, true, true, "NORMAL_RUN", null, null);
    }

    private static String shortened(String text) {
        return text.length() < 10 ? text : text.length() + " ends " + text.charAt(text.length() - 1);
    }

    private static final class Recording implements ReportSink {
        final List<String> told = new ArrayList<>();

        @Override
        public void emit(int worker, ReportEvent event) {
            String text = event.payload() instanceof Output output ? shortened(output.text()) : event.className();
            told.add((event.kind() + " " + text + " " + event.method()).strip());
        }

        @Override
        public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
            told.add("end " + event.className() + " " + elapsedMillis);
        }

        @Override
        public void failOpenTests(int worker, Loss loss) {
            told.add("failed " + loss.className());
        }

        @Override
        public void emitLoss(int worker, Loss loss) {
            told.add("lost " + loss.className());
        }

        @Override
        public void endWorker(int worker, String reason) {
            told.add("ended " + worker);
        }

        @Override
        public void finish() {
            told.add("finished");
        }
    }
}
