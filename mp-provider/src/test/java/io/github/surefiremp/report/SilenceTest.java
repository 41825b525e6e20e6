package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SilenceTest {
    private static final Unit UNIT = new Unit("a.A", List.of("a.A"));

    private final Silence silence = new Silence();

    @Test
    void aRunInWhichClassesEndedAndNothingWasReportedIsAProblemThatNamesThem() {
        silence.unitEnded(1, UNIT);
        silence.unitEnded(2, new Unit("b.B", List.of("b.B")));

        assertThat(silence.problem()).get().asString().contains("NOT RUN", "a.A", "b.B");
    }

    @Test
    void anEmptyRunIsNone() {
        assertThat(silence.problem()).isEmpty();
    }

    @Test
    void aPlanIsNoReport() {
        silence.planned(List.of(UNIT));
        silence.unitEnded(1, UNIT);

        assertThat(silence.problem()).isPresent();
    }

    @Test
    void aLostUnitIsToldElsewhere() {
        silence.unitEnded(1, UNIT);
        silence.unitLost(1, new Unit("b.B", List.of("b.B")), "gone");

        assertThat(silence.problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SET_STARTED", "PASSED", "FAILED", "ERROR", "SKIPPED", "ABORTED"})
    void oneReportIsEnough(Kind kind) {
        report(kind);
        silence.unitEnded(1, UNIT);

        assertThat(silence.problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTPUT", "LOG", "PROPERTY", "PIECE_STARTED", "RERUNS_STARTED"})
    void outputIsNoReport(Kind kind) {
        report(kind);
        silence.unitEnded(1, UNIT);

        assertThat(silence.problem()).isPresent();
    }

    private void report(Kind kind) {
        silence.reported(1, new ReportEvent(kind, "a.A", "", 0, 0, false, null));
    }
}
