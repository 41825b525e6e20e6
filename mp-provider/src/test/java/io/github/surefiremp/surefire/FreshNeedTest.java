package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FreshNeedTest {
    private FreshNeed need = new FreshNeed();

    @Example
    void nothingIsNeededBeforeAnythingIsPlannedOrRuns() {
        assertThat(need.wanted()).isZero();
        need.workerStarted(1);
        need.planned(fresh(5));
        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isEqualTo(5);
    }

    @Example
    void oneForEachWorkerThatRuns() {
        List<Unit> units = fresh(5);
        plan(2, units);

        need.unitStarted(1, units.get(0));
        assertThat(need.wanted()).isEqualTo(1);

        need.unitStarted(2, units.get(1));
        assertThat(need.wanted()).isEqualTo(2);
    }

    @Example
    void notMoreThanUnitsAreLeft() {
        List<Unit> units = fresh(3);
        plan(2, units);

        need.unitStarted(1, units.get(0));
        need.unitStarted(2, units.get(1));

        assertThat(need.wanted()).isEqualTo(1);
    }

    @Example
    void whoHasRunNothingServesOneItself() {
        List<Unit> units = fresh(2);
        plan(2, units);

        need.unitStarted(1, units.get(0));
        assertThat(need.wanted()).isZero();

        // It ends before it ran anything.
        need.workerEnded(2);
        assertThat(need.wanted()).isEqualTo(1);
    }

    @Example
    void unitsThatMayRunAnywhereNeedNone() {
        Unit plain = new Unit("p", List.of("P"));
        plan(1, List.of(plain));

        need.unitStarted(1, plain);

        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isZero();
    }

    @Example
    void whileAPlainUnitRunsThereIsOneForTheNextFreshOne() {
        Unit plain = new Unit("p", List.of("P"));
        List<Unit> units = new ArrayList<>(fresh(1));
        units.add(plain);
        plan(1, units);

        need.unitStarted(1, plain);

        assertThat(need.wanted()).isEqualTo(1);
    }

    /** Else nobody would be ready for two that end at the same time. */
    @Example
    void aWorkerThatHasEndedItsUnitStillMakesRoom() {
        List<Unit> units = fresh(9);
        plan(3, units);
        IntStream.rangeClosed(1, 3).forEach(worker -> need.unitStarted(worker, units.get(worker)));
        assertThat(need.wanted()).isEqualTo(3);

        need.unitEnded(1);
        need.unitEnded(2);
        assertThat(need.wanted()).isEqualTo(3);

        need.workerEnded(1);
        assertThat(need.wanted()).isEqualTo(2);
        assertThat(need.left()).isEqualTo(6);
    }

    /** However late workers start and end, whoever makes room finds one. */
    @Property(tries = 500)
    void whoeverMakesRoomForAUnitFindsOne(@ForAll @IntRange(min = 1, max = 4) int np, @ForAll long seed) {
        // Tries share the instance of the test class.
        need = new FreshNeed();
        Random random = new Random(seed);
        Deque<Unit> waiting = new ArrayDeque<>(fresh(12));
        Map<Integer, Unit> running = new TreeMap<>();
        Set<Integer> idle = new TreeSet<>();
        Set<Integer> ending = new TreeSet<>();
        plan(np, List.copyOf(waiting));
        IntStream.rangeClosed(1, np).forEach(idle::add);
        int ready = 0;
        while (!waiting.isEmpty()) {
            int worker = 1 + random.nextInt(np);
            if (idle.remove(worker)) {
                running.put(worker, waiting.remove());
                need.unitStarted(worker, running.get(worker));
            } else if (running.remove(worker) != null) {
                need.unitEnded(worker);
                ending.add(worker);
            } else if (ending.remove(worker)) {
                need.workerEnded(worker);
                if (waiting.size() > idle.size()) {
                    assertThat(ready).isPositive();
                    ready--;
                    idle.add(worker);
                    need.workerStarted(worker);
                }
            }
            ready = Math.max(ready, need.wanted());
            assertThat(ready).isLessThanOrEqualTo(np);
        }
    }

    @Example
    void whatIsSkippedNeedsNone() {
        List<Unit> units = fresh(3);
        plan(1, units);
        need.unitStarted(1, units.get(0));

        need.unitSkipped(units.get(1));
        need.unitSkipped(units.get(2));

        assertThat(need.wanted()).isZero();
        assertThat(need.left()).isZero();
    }

    @Example
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
