package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NarrationTest {
    private final List<String> lines = new ArrayList<>();
    private long nowMillis;

    @Test
    void linesTellNothingBesideSurefire() {
        Narration told = narration(Narration.Style.LINES, false);
        run(told, 1, "pays", Kind.PASSED, 120);
        run(told, 1, "fails", Kind.FAILED, 120);
        told.end();
        assertThat(lines).isEmpty();
    }

    @Test
    void verboseTellsEachTestWithItsWorkerAndTime() {
        Narration told = narration(Narration.Style.VERBOSE, false);
        run(told, 2, "pays", Kind.PASSED, 120);
        run(told, 1, "fails", Kind.FAILED, 1_500);
        run(told, 1, "", Kind.ERROR, 5);
        told.reported(1, event(Kind.SKIPPED, "never", false));
        told.reported(1, event(Kind.PASSED, "again", true));
        assertThat(lines)
                .containsExactly(
                        "info [worker 2] ShopTest.pays PASSED 0.12 s",
                        "warning [worker 1] ShopTest.fails FAILED 1.50 s",
                        "warning [worker 1] ShopTest ERROR 0.01 s",
                        "info [worker 1] ShopTest.never SKIPPED",
                        "info [worker 1] ShopTest.again PASSED (repeated)");
    }

    @Test
    void dotsAreLinesOfSixtyWithACount() {
        Narration told = narration(Narration.Style.DOTS, false);
        for (int i = 0; i < 58; i++) {
            run(told, 1, "m" + i, Kind.PASSED, 1);
        }
        run(told, 1, "f", Kind.FAILED, 1);
        run(told, 1, "e", Kind.ERROR, 1);
        run(told, 1, "s", Kind.SKIPPED, 1);
        told.end();
        told.end();
        assertThat(lines)
                .containsExactly("info " + ".".repeat(58) + "FE     60", "info s" + " ".repeat(59) + "     61");
    }

    @Test
    void aFailureIsToldAtOnceWithItsTrace() {
        Narration told = narration(Narration.Style.LINES, true);
        run(told, 3, "fails", Kind.FAILED, 10);
        assertThat(lines).containsExactly("warning [worker 3] ShopTest.fails FAILED 0.01 s\ntrace of fails\n\tat here");
    }

    @Test
    void whatFailedIsToldOnceWhereVerboseTellsItToo() {
        Narration told = narration(Narration.Style.VERBOSE, true);
        run(told, 3, "fails", Kind.FAILED, 10);
        assertThat(lines)
                .containsExactly(
                        "warning [worker 3] ShopTest.fails FAILED 0.01 s", "warning trace of fails\n\tat here");
    }

    @Test
    void aFailureEndsALineOfDots() {
        Narration told = narration(Narration.Style.DOTS, true);
        run(told, 1, "pays", Kind.PASSED, 1);
        run(told, 1, "fails", Kind.FAILED, 1);
        told.end();
        assertThat(lines).hasSize(2).first().asString().startsWith("info .F").endsWith("2");
    }

    private Narration narration(Narration.Style style, boolean failuresAtOnce) {
        return new Narration(
                style,
                failuresAtOnce,
                event -> Optional.of(new FailureText("", "trace of " + event.method() + "\n\tat here\n")),
                line -> lines.add("info " + line),
                line -> lines.add("warning " + line));
    }

    private void run(Narration told, int worker, String method, Kind outcome, long millis) {
        told.reported(worker, event(Kind.TEST_STARTED, method, false));
        nowMillis += millis;
        told.reported(worker, event(outcome, method, false));
    }

    private ReportEvent event(Kind kind, String method, boolean rerun) {
        return new ReportEvent(
                kind, "shop.ShopTest", method, nowMillis, TimeUnit.MILLISECONDS.toNanos(nowMillis), rerun, null);
    }
}
