package io.github.surefiremp.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.forecast.PlannedRun.AdviceText;
import io.github.surefiremp.forecast.PlannedRun.BoundText;
import io.github.surefiremp.forecast.PlannedRun.Other;
import io.github.surefiremp.forecast.PlannedRun.PlannedUnit;
import io.github.surefiremp.forecast.PlannedRun.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannedRunTest {
    private static final PlannedRun RUN = new PlannedRun(
            "g:a",
            "surefire:default-test",
            4,
            2,
            "because\tof \\ tabs\nand lines",
            1,
            10,
            100,
            new BoundText(50, 200, "the lock \"db\""),
            List.of(
                    new PlannedUnit(1, 10, 60, "a.A#1/2", "", "", 3, true),
                    new PlannedUnit(2, 10, 90, "group \"g\"", "g", "SERIAL", 1, false)),
            List.of(new Other(1, 1, 210), new Other(8, 2, 100)),
            List.of(new Share(0, 1, 3, 1, 80), new Share(1, 1, 1, 1, 90)),
            List.of(new PlannedRun.PlannedSetUp("Spring context of Shop (web)", 4, 2, 2_100, true)),
            Optional.of(new AdviceText("split A", 100, 60)));

    @Test
    void whatIsWrittenCanBeRead() {
        PlannedRun empty = new PlannedRun(
                "g:b",
                "failsafe:default",
                1,
                1,
                "",
                0,
                0,
                0,
                new BoundText(0, 0, ""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());

        assertThat(PlannedRun.parse(RUN.format() + empty.format())).containsExactly(RUN, empty);
        assertThat(PlannedRun.parse("")).isEmpty();
    }

    @Test
    void whatWasCutOffIsNoPlan() {
        String text = RUN.format();

        assertThatThrownBy(() -> PlannedRun.parse(text.substring(0, text.lastIndexOf("end"))))
                .hasMessage("the plan is cut off");
    }
}
