package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Units that come while the queue is used. */
class GrowingQueueTest {
    private final UnitQueue queue = new UnitQueue(List.of());

    private static Unit unit(String name) {
        return new Unit(name, List.of(name));
    }

    private static Unit isolated(String name, String group) {
        return new Unit(name, List.of(ClassPart.whole(name)), group, Strategy.ISOLATED_FREE, Set.of(), false);
    }

    private static Unit writing(String name) {
        return new Unit(
                name, List.of(ClassPart.whole(name)), "", Strategy.FREE, Set.of(new LockNeed("k", true)), false);
    }

    private String taken() {
        return queue.take(1, false).map(Unit::name).orElse("none");
    }

    @Test
    void comeBehindThoseThatWait() {
        queue.add(List.of(unit("a")));
        queue.add(List.of(unit("b"), unit("c")));
        assertThat(List.of(taken(), taken(), taken(), taken())).containsExactly("a", "b", "c", "none");
        queue.add(List.of(unit("d")));
        assertThat(taken()).isEqualTo("d");
    }

    @Test
    void anIsolatedGroupWaitsForWhatRunsAndKeepsAwayWhatComesLater() {
        queue.add(List.of(unit("a")));
        assertThat(taken()).isEqualTo("a");
        queue.add(List.of(isolated("i", "g"), isolated("j", "g")));
        queue.add(List.of(unit("b")));
        assertThat(taken()).isEqualTo("none");
        assertThat(queue.isIsolated()).isFalse();
        queue.done(unit("a"));
        assertThat(queue.isIsolated()).isTrue();
        assertThat(List.of(taken(), taken(), taken())).containsExactly("i", "j", "none");
        queue.done(isolated("i", "g"));
        queue.done(isolated("j", "g"));
        assertThat(queue.isIsolated()).isFalse();
        assertThat(taken()).isEqualTo("b");
    }

    @Test
    void twoIsolatedGroupsThatComeTogetherRunOneAfterTheOther() {
        queue.add(List.of(isolated("i", "g"), isolated("x", "h")));
        assertThat(List.of(taken(), taken())).containsExactly("i", "none");
        queue.done(isolated("i", "g"));
        assertThat(taken()).isEqualTo("x");
    }

    @Test
    void locksHoldAmongThoseThatComeLater() {
        queue.add(List.of(writing("a")));
        assertThat(taken()).isEqualTo("a");
        queue.add(List.of(writing("b"), unit("c")));
        assertThat(List.of(taken(), taken())).containsExactly("c", "none");
        queue.done(writing("a"));
        assertThat(taken()).isEqualTo("b");
    }

    @Test
    void whatHasEndedMayComeAgainAndWhatWaitsOrRunsMayNot() {
        queue.add(List.of(unit("a")));
        assertThatThrownBy(() -> queue.add(List.of(unit("a")))).isInstanceOf(IllegalArgumentException.class);
        assertThat(taken()).isEqualTo("a");
        assertThatThrownBy(() -> queue.add(List.of(unit("a")))).isInstanceOf(IllegalArgumentException.class);
        queue.done(unit("a"));
        queue.add(List.of(unit("a")));
        assertThat(taken()).isEqualTo("a");
        assertThat(queue.doneCount()).isZero();
        assertThat(queue.runningCount()).isEqualTo(1);
    }
}
