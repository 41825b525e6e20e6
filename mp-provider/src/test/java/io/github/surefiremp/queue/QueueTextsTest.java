package io.github.surefiremp.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written for the server is read again as it was. */
class QueueTextsTest {
    @Test
    void units() {
        Unit full = new Unit(
                "a\tname",
                List.of(
                        ClassPart.whole("A"),
                        new ClassPart(
                                "B",
                                List.of(
                                        new ClassPart.Selected(3, "[engine:x]/[method:m(a\nb)]"),
                                        new ClassPart.Selected(1, "\\")))),
                "group",
                Strategy.ISOLATED_SERIAL,
                Set.of(new LockNeed("k", true), new LockNeed("l", false)),
                true,
                4);
        assertThat(UnitText.parse(UnitText.format(full))).isEqualTo(full);
        Unit plain = new Unit("A", List.of("A"));
        assertThat(UnitText.parse(UnitText.format(plain))).isEqualTo(plain);
        assertThatThrownBy(() -> UnitText.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnitText.parse(UnitText.format(plain) + "other\tx\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void results() {
        UnitResult result = new UnitResult(
                "host/1",
                2,
                UnitResult.Outcome.CRASHED,
                12,
                List.of(
                        new UnitResult.Test("A", "m(int)[1] \t", "failed", 3, "expected\n\tat A.m\r"),
                        new UnitResult.Test("A", "", "error", 0, "")));
        assertThat(UnitResult.parse(result.format())).isEqualTo(result);
        assertThat(result.isFailure()).isTrue();
        assertThatThrownBy(() -> UnitResult.parse("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDifferenceIsNamed() {
        Unit unit = new Unit("A", List.of("A"));
        QueuePlan queue = new QueuePlan(
                "first", Map.of("mp's version", "1"), Map.of("A", "1 test", "B", "2 tests"), List.of(unit));
        QueuePlan here =
                new QueuePlan("me", Map.of("mp's version", "2"), Map.of("A", "3 tests", "C", "1 test"), List.of());
        assertThat(Difference.between(here, queue))
                .contains("mp's version is 2 here and 1 in the queue; only here are C; only in the queue are B;"
                        + " different are A (3 tests here, 1 test in the queue)");
        assertThat(Difference.between(new QueuePlan("me", queue.terms(), queue.tests(), List.of()), queue))
                .as("how the units were cut is the first one's business")
                .isEmpty();
    }
}
