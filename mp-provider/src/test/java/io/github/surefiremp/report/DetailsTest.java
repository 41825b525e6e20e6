package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of outputs and stack traces, and how much. */
class DetailsTest {
    private final Details details = Details.of(event -> Optional.of(new FailureText("", "t".repeat(100_000))));

    @Test
    void ofALongOutputTheBeginningAndTheEndAreKept() {
        details.reported(1, event(Kind.TEST_STARTED, "m"));
        for (int i = 0; i < 100_000; i++) {
            details.reported(1, output("m", "line " + i));
        }

        Details.Written written = details.testEnded(1, event(Kind.PASSED, "m")).orElseThrow();

        assertThat(written.text()).startsWith("line 0\nline 1\n").endsWith("line 99998\nline 99999\n");
        assertThat(written.text()).containsPattern("… \\d+ characters left out …");
        assertThat(written.text().length()).isLessThan(Details.HEAD + Details.TAIL + 100);
        assertThat(written.chars()).isGreaterThan(1_000_000);
    }

    @Test
    void oneHugePieceKeepsItsBeginningAndItsEnd() {
        details.reported(1, output("m", "a".repeat(200_000) + "z"));

        Details.Written written = details.testEnded(1, event(Kind.PASSED, "m")).orElseThrow();

        assertThat(written.text()).startsWith("aaa").endsWith("z\n").contains("left out");
        assertThat(written.chars()).isEqualTo(200_002);
    }

    @Test
    void whatFitsIsKeptWhole() {
        String text = "x".repeat(Details.HEAD) + "y".repeat(Details.TAIL - 1);
        details.reported(1, output("m", text));

        assertThat(details.testEnded(1, event(Kind.PASSED, "m")).orElseThrow().text())
                .isEqualTo(text + "\n");
    }

    @Test
    void aRunKeepsABoundOfWhatPassedTestsWriteAndThatOfFailedOnesApart() {
        int kept = 0;
        for (int i = 0; i < 200; i++) {
            details.reported(1, output("m" + i, "x".repeat(50_000)));
            kept += details.testEnded(1, event(Kind.PASSED, "m" + i))
                    .orElseThrow()
                    .text()
                    .length();
        }
        details.reported(1, output("last", "x".repeat(50_000)));

        assertThat(kept).isBetween(3_000_000, 4 * 1024 * 1024);
        assertThat(details.testEnded(1, event(Kind.FAILED, "last"))
                        .orElseThrow()
                        .text())
                .hasSize(50_001);
    }

    @Test
    void outputWithoutAWriterIsThatOfTheOnlyTestOfItsWorker() {
        details.reported(1, event(Kind.TEST_STARTED, "m"));
        details.reported(2, event(Kind.TEST_STARTED, "n"));
        details.reported(2, unknown("of n"));
        details.reported(1, unknown("of m"));

        assertThat(details.testEnded(1, event(Kind.PASSED, "m")).orElseThrow().text())
                .isEqualTo("of m\n");
        assertThat(details.testEnded(2, event(Kind.PASSED, "n")).orElseThrow().text())
                .isEqualTo("of n\n");
    }

    @Test
    void whereTwoTestsRunItIsNobodys() {
        details.reported(1, event(Kind.TEST_STARTED, "m"));
        details.reported(1, event(Kind.TEST_STARTED, "n"));
        details.reported(1, unknown("whose?"));

        assertThat(details.testEnded(1, event(Kind.PASSED, "m"))).isEmpty();
        assertThat(details.unitEnded(1)).singleElement().satisfies(written -> {
            assertThat(written.className()).isEmpty();
            assertThat(written.text()).isEqualTo("whose?\n");
        });
        assertThat(details.unitEnded(1)).isEmpty();
    }

    @Test
    void aLongTraceIsCut() {
        String trace = details.failure(event(Kind.ERROR, "m")).orElseThrow().trace();

        assertThat(trace).hasSizeLessThan(Details.TRACE + 100).endsWith("more characters");
    }

    private static ReportEvent event(Kind kind, String method) {
        return new ReportEvent(kind, "a.A", method, 0, 0, false, null);
    }

    private static ReportEvent output(String method, String text) {
        return output("a.A", method, text);
    }

    private static ReportEvent unknown(String text) {
        return output("", "", text);
    }

    private static ReportEvent output(String className, String method, String text) {
        return new ReportEvent(
                Kind.OUTPUT, className, method, 0, 0, false, new Output(text, true, true, null, null, null));
    }
}
