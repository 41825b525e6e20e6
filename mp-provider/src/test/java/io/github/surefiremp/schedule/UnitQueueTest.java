package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnitQueueTest {
    private static final Unit A = unit("a");
    private static final Unit B = unit("b");

    @Example
    void unitsAreTakenInTheirOrder() {
        UnitQueue queue = new UnitQueue(List.of(B, A));

        assertThat(queue.take()).contains(B);
        assertThat(queue.waiting()).containsExactly(A);
        assertThat(queue.running()).containsExactly(B);
        assertThat(queue.take()).contains(A);
        assertThat(queue.take()).isEmpty();
    }

    @Example
    void aUnitThatEndedIsNoLongerRunning() {
        UnitQueue queue = new UnitQueue(List.of(A, B));
        queue.take();
        queue.take();

        queue.done(A);
        queue.lost(B);

        assertThat(queue.running()).isEmpty();
        assertThat(queue.doneCount()).isEqualTo(1);
        assertThat(queue.lost()).containsExactly(B);
    }

    @Example
    void whatWaitsCanBeSkippedAndWhatRunsGoesOn() {
        UnitQueue queue = new UnitQueue(List.of(A, B));
        queue.take();

        queue.skipWaiting();

        assertThat(queue.take()).isEmpty();
        assertThat(queue.skippedCount()).isEqualTo(1);
        queue.done(A);
        assertThat(queue.doneCount()).isEqualTo(1);
    }

    @Example
    void aWaitingUnitCannotEnd() {
        UnitQueue queue = new UnitQueue(List.of(A));

        assertThatThrownBy(() -> queue.done(A))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unit a cannot become done");
        assertThatThrownBy(() -> queue.lost(A))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unit a cannot become lost");
    }

    @Example
    void aUnitEndsOnce() {
        UnitQueue queue = new UnitQueue(List.of(A));
        queue.take();
        queue.done(A);

        assertThatThrownBy(() -> queue.lost(A)).hasMessageContaining("unit a cannot become lost");
        assertThatThrownBy(() -> queue.done(A)).hasMessageContaining("unit a cannot become done");
        assertThat(queue.lost()).isEmpty();
        assertThat(queue.doneCount()).isEqualTo(1);
    }

    @Example
    void anUnknownUnitCannotEnd() {
        UnitQueue queue = new UnitQueue(List.of(A));
        queue.take();

        assertThatThrownBy(() -> queue.done(unit("stranger"))).hasMessageContaining("unit stranger");
    }

    @Example
    void twoUnitsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new UnitQueue(List.of(A, new Unit("a", List.of("x.Y")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
    }

    @Example
    void whatItShowsIsACopy() {
        UnitQueue queue = new UnitQueue(List.of(A, B));
        List<Unit> before = queue.waiting();

        queue.take();

        assertThat(before).containsExactly(A, B);
    }

    /** Whatever the steps: each unit is taken once at most and is in one state at any time. */
    @Property
    void everyUnitIsInExactlyOneState(
            @ForAll @IntRange(min = 0, max = 20) int size, @ForAll List<@IntRange(min = 0, max = 9) Integer> steps) {
        List<Unit> all = IntStream.range(0, size).mapToObj(i -> unit("u" + i)).toList();
        UnitQueue queue = new UnitQueue(all);
        List<Unit> taken = new ArrayList<>();
        for (int step : steps) {
            List<Unit> running = queue.running();
            if (step < 5) {
                queue.take().ifPresent(taken::add);
            } else if (step < 7 && !running.isEmpty()) {
                queue.done(running.get(step % running.size()));
            } else if (step < 9 && !running.isEmpty()) {
                queue.lost(running.get(step % running.size()));
            } else if (step == 9) {
                queue.skipWaiting();
            }
            int inAState = queue.waiting().size()
                    + queue.running().size()
                    + queue.lost().size()
                    + queue.doneCount()
                    + queue.skippedCount();
            assertThat(inAState).isEqualTo(size);
            assertThat(taken).doesNotHaveDuplicates().isEqualTo(all.subList(0, taken.size()));
        }
    }

    private static Unit unit(String name) {
        return new Unit(name, List.of("some.Class_" + name));
    }
}
