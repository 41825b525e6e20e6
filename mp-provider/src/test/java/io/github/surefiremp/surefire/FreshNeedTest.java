package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreshNeedTest {
    private final FreshNeed need = new FreshNeed();

    @Test
    void nothingIsNeededBeforeAnythingIsPlannedOrRuns() {
        assertThat(need.wanted()).isZero();
        need.workerStarted(1);
        need.planned(fresh(5));
        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isEqualTo(5);
    }

    @Test
    void oneForEachWorkerThatRunsSomething() {
        List<Unit> units = fresh(5);
        plan(2, units);

        need.unitStarted(1, units.get(0));
        assertThat(need.wanted()).isEqualTo(1);

        need.unitStarted(2, units.get(1));
        assertThat(need.wanted()).isEqualTo(2);
    }

    @Test
    void notMoreThanUnitsAreLeft() {
        List<Unit> units = fresh(3);
        plan(2, units);

        need.unitStarted(1, units.get(0));
        need.unitStarted(2, units.get(1));

        assertThat(need.wanted()).isEqualTo(1);
    }

    @Test
    void whoHasRunNothingServesOneItself() {
        List<Unit> units = fresh(2);
        plan(2, units);

        need.unitStarted(1, units.get(0));
        assertThat(need.wanted()).isZero();

        // It is lost before it ran anything.
        need.workerEnded(2);
        assertThat(need.wanted()).isEqualTo(1);
    }

    @Test
    void unitsThatMayRunAnywhereNeedNone() {
        Unit plain = new Unit("p", List.of("P"));
        plan(1, List.of(plain));

        need.unitStarted(1, plain);

        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isZero();
    }

    @Test
    void whileAPlainUnitRunsThereIsOneForTheNextFreshOne() {
        Unit plain = new Unit("p", List.of("P"));
        List<Unit> units = new ArrayList<>(fresh(1));
        units.add(plain);
        plan(1, units);

        need.unitStarted(1, plain);

        assertThat(need.wanted()).isEqualTo(1);
    }

    @Test
    void howeverAUnitEndsItsWorkerNeedsNoneAnyMore() {
        List<Unit> units = fresh(9);
        plan(3, units);
        IntStream.rangeClosed(1, 3).forEach(worker -> need.unitStarted(worker, units.get(worker)));
        assertThat(need.wanted()).isEqualTo(3);

        need.unitEnded(1);
        assertThat(need.wanted()).isEqualTo(2);
        need.workerEnded(2);
        assertThat(need.wanted()).isEqualTo(1);
        assertThat(need.left()).isEqualTo(6);
    }

    @Test
    void whatIsSkippedNeedsNone() {
        List<Unit> units = fresh(3);
        plan(1, units);
        need.unitStarted(1, units.get(0));

        need.unitSkipped(units.get(1));
        need.unitSkipped(units.get(2));

        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isZero();
    }

    @Test
    void noneStartsWhileAnIsolatedUnitRuns() {
        List<Unit> units = new ArrayList<>(fresh(2));
        Unit alone = unit("alone", "group", Strategy.ISOLATED_FREE);
        units.add(alone);
        plan(1, units);

        need.unitStarted(1, alone);
        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isEqualTo(2);

        need.unitEnded(1);
        need.unitStarted(1, units.get(0));
        assertThat(need.wanted()).isEqualTo(1);
    }

    private void plan(int workers, List<Unit> units) {
        IntStream.rangeClosed(1, workers).forEach(need::workerStarted);
        need.planned(units);
    }

    private static List<Unit> fresh(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> unit("u" + i, "", Strategy.FREE))
                .toList();
    }

    private static Unit unit(String name, String group, Strategy strategy) {
        return new Unit(name, List.of(ClassPart.whole(name)), group, strategy, Set.of(), true);
    }
}
