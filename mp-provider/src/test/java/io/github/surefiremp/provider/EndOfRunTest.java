package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.remember.StartCost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndOfRunTest {
    private final Map<Integer, Long> cpu = new HashMap<>();
    private long now = 1_000;
    private final EndOfRun end = new EndOfRun(
            4,
            2,
            new SetUpUse(name -> List.of(), 8, () -> setUp -> 0),
            () -> TimeUnit.MILLISECONDS.toNanos(now),
            worker -> cpu.getOrDefault(worker, 0L));

    @Test
    void whereNothingRanThereIsNothingToTell() {
        end.workerStarted(1, 1);
        end.planned(List.of());
        assertThat(lines()).isEmpty();
    }

    @Test
    void aShortRunIsToldInOneLine() {
        workers(1);
        now = 1_500;
        run(1, new Unit("a.One", List.of("a.One")), 300, 0, 3);
        assertThat(lines())
                .containsExactly("mp: 3 tests on 1 worker in 0.8 s: 0.3 s of work, workers busy 100 % of the time");
    }

    @Test
    void oneLongClassBoundsTheRunAndSplittingItIsTheAdvice() {
        workers(4);
        now = 1_500;
        Unit big = new Unit("a.Big", List.of("a.Big"));
        end.unitStarted(1, big);
        now += 500;
        for (int worker = 2; worker <= 4; worker++) {
            run(worker, new Unit("a.Small" + worker, List.of("a.Small" + worker)), 500, 0, 1);
        }
        now = 11_500;
        tests(1, 20);
        end.unitEnded(1, big);

        assertThat(lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("23 tests on 4 workers in 11 s: 12 s of work"))
                .anySatisfy(line -> assertThat(line)
                        .contains("with np=4 it cannot take less than 10 s, because of a.Big; the run took 0.5 s more"))
                .anySatisfy(line -> assertThat(line).startsWith("mp: what would help most: split Big (about 11 s → "));
    }

    @Test
    void aRunOfAFewSecondsIsNotPlayedAgainForAnAdvice() {
        workers(4);
        run(1, new Unit("a.Big", List.of("a.Big")), 8_000, 0, 20);
        assertThat(lines()).hasSize(2).noneSatisfy(line -> assertThat(line).contains("what would help"));
    }

    @Test
    void aSerialGroupIsNamed() {
        workers(2);
        Unit group = new Unit(
                "group \"db\"",
                List.of(ClassPart.whole("a.One"), ClassPart.whole("a.Two")),
                "db",
                Strategy.SERIAL,
                Set.of(),
                false);
        run(1, group, 12_000, 0, 2);
        assertThat(end.lines(new StartCost(300, 300), name -> 6_000.0, units -> null))
                .anySatisfy(line -> assertThat(line).contains("because of the serial group \"db\""))
                .anySatisfy(line -> assertThat(line).contains("make group \"db\" FREE instead of SERIAL (about 12 s"));
    }

    @Test
    void moreWorkersAreNoAdviceWhereTheCoresAreBusy() {
        workers(4);
        for (int i = 0; i < 16; i++) {
            int worker = 1 + i % 4;
            run(worker, new Unit("a.C" + i, List.of("a.C" + i)), 1_000, 1_000, 1);
        }
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).contains("because of the cores, which the tests keep busy"))
                .noneSatisfy(line -> assertThat(line).contains("-Dmp.np="));
    }

    @Test
    void aLostUnitCountsWithTheTestsThatEnded() {
        workers(1);
        Unit unit = new Unit("a.One", List.of("a.One"));
        end.unitStarted(1, unit);
        tests(1, 2);
        now += 100;
        end.unitLost(1, unit, "gone");
        assertThat(lines()).singleElement().asString().startsWith("mp: 2 tests on 1 worker");
    }

    private List<String> lines() {
        return end.lines(new StartCost(300, 300), name -> 0.0, units -> null);
    }

    private void workers(int count) {
        for (int worker = 1; worker <= count; worker++) {
            end.workerStarted(worker, worker);
        }
        end.planned(List.of());
    }

    private void run(int worker, Unit unit, long millis, long cpuMillis, int tests) {
        end.unitStarted(worker, unit);
        tests(worker, tests);
        now += millis;
        cpu.merge(worker, cpuMillis, Long::sum);
        end.unitEnded(worker, unit);
    }

    private void tests(int worker, int count) {
        for (int i = 0; i < count; i++) {
            end.reported(worker, new ReportEvent(Kind.PASSED, "a.One", "m" + i, now, 0, false, null));
        }
    }
}
