package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.remember.StartCost;
import io.github.surefiremp.schedule.UnitQueue;
import io.github.surefiremp.schedule.Workload;
import io.github.surefiremp.schedule.Workload.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StafferTest {
    private static final StartCost START = new StartCost(350, 500);

    private final List<String> told = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private long millis;
    private long cpu;
    private double forecast = -1;
    private UnitQueue queue = queue(0);

    @Test
    void whatIsKnownIsDecidedAtOnceAndTold() {
        forecast = 12;
        Staffer staffer = begun(staffer(4, 2, 1.2), 50);

        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(1);

        assertThat(told)
                .containsExactly("mp: np=4, 1 worker: 500 tests of about 0.6 s in all, another JVM costs 0.9 s");
        assertThat(recorded).containsExactly("1: 500 tests of about 0.6 s in all, another JVM costs 0.9 s");
    }

    @Test
    void sleepersGetAllWorkers() {
        forecast = 1_000;
        Staffer staffer = begun(staffer(4, 2, 0.02), 50);

        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(4);

        assertThat(told).containsExactly("mp: np=4, 4 workers: 500 tests of about 50 s in all");
    }

    @Test
    void busyCoresAreAReason() {
        forecast = 1_000;
        Staffer staffer = begun(staffer(8, 2, 1), 50);

        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(2);

        assertThat(told)
                .containsExactly("mp: np=8, 2 workers: 500 tests of about 50 s in all, which keep all 2 cores busy");
    }

    @Test
    void soAreUnits() {
        forecast = 10_000;
        Staffer staffer = begun(staffer(8, 2, 0), 3);

        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(3);

        assertThat(told)
                .containsExactly("mp: np=8, 3 workers: 30 tests of about 30 s in all, of which no more than 3 units"
                        + " can run at the same time");
    }

    @Test
    void whereNothingIsKnownItBeginsWithOneAndGrows() {
        Staffer staffer = begun(staffer(4, 2, -1), 50);
        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(1);
        Unit unit = queue.take(1, true).orElseThrow();
        staffer.unitStarted(1, unit);
        assertThat(staffer.patienceMillis()).isLessThan(100);

        millis += 400;
        cpu += 20;
        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(4);
        for (int worker = 2; worker <= 4; worker++) {
            staffer.workerStarted(worker, worker);
        }
        staffer.end();

        assertThat(told.get(0))
                .isEqualTo("mp: np=4, 1 worker to begin with: 500 tests, and it is not known how long they take");
        assertThat(told.get(1))
                .matches("mp: np=4, 4 workers in the end: when the last one was asked for, 500 tests of"
                        + " about \\d+ s in all");
        assertThat(recorded).hasSize(2);
    }

    @Test
    void whenAllAreThereNobodyNeedsToLookAgain() {
        forecast = 1_000;
        Staffer staffer = begun(staffer(2, 2, 0), 9);

        staffer.wanted(queue, 2, 0);

        assertThat(staffer.patienceMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void fewerThanItPaidForAreTold() {
        forecast = 1_000;
        Staffer staffer = begun(staffer(4, 2, 0), 50);
        staffer.wanted(queue, 1, 0);

        staffer.end();

        assertThat(told.get(1))
                .isEqualTo("mp: np=4, 1 worker in the end, because there was no time or no number for more");
    }

    @Test
    void allMeansAllWithoutAWord() {
        Staffer staffer = begun(staffer(4, true, 2, 1, false), 3);

        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(Integer.MAX_VALUE);
        staffer.end();

        assertThat(told).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void theFastestStartIsWhatOneCosts() {
        Staffer staffer = staffer(4, 2, 1);
        staffer.workerStarted(1, 1);
        millis += 500;
        cpu += 700;
        staffer.ready(1);
        staffer.workerStarted(2, 2);
        millis += 300;
        cpu += 400;
        staffer.ready(2);
        staffer.workerStarted(3, 3);
        millis += 900;
        staffer.ready(3);

        assertThat(staffer.seenStart()).isEqualTo(new StartCost(300, 400));
    }

    @Test
    void aStartWithDiscoveryInItDoesNotCount() {
        Staffer staffer = staffer(4, false, 2, 1, true);
        staffer.workerStarted(1, 1);
        millis += 500;
        staffer.ready(1);
        assertThat(staffer.seenStart()).isEqualTo(StartCost.UNKNOWN);

        staffer.workerStarted(2, 2);
        millis += 300;
        staffer.ready(2);
        assertThat(staffer.seenStart().millis()).isEqualTo(300);
    }

    @Test
    void testsThatEndAreSeen() {
        Staffer staffer = begun(staffer(8, 8, -1), 50);
        staffer.wanted(queue, 1, 0);
        staffer.unitStarted(1, queue.take(1, true).orElseThrow());
        for (int i = 0; i < 450; i++) {
            staffer.reported(1, new ReportEvent(Kind.PASSED, "a.A", "m", millis, 0, false, null));
        }

        millis += 400;
        assertThat(staffer.wanted(queue, 1, 0)).isEqualTo(1);
    }

    /** With its first worker, and units of ten tests each in the queue. */
    private Staffer begun(Staffer staffer, int units) {
        queue = queue(units);
        staffer.workerStarted(1, 1);
        staffer.planned(queue.waiting());
        return staffer;
    }

    private Staffer staffer(int np, int cores, double share) {
        return staffer(np, false, cores, share, false);
    }

    private Staffer staffer(int np, boolean all, int cores, double share, boolean firstDiscovers) {
        return new Staffer(
                np,
                all,
                cores,
                new Workload(unit -> new Forecast(forecast, 10), share, 0),
                START,
                firstDiscovers,
                new SetUpUse(name -> List.of(), 8, () -> setUp -> 0),
                meter(),
                () -> TimeUnit.MILLISECONDS.toNanos(millis),
                told::add,
                (workers, why) -> recorded.add(workers + ": " + why));
    }

    private CpuMeter meter() {
        return new CpuMeter(
                pid -> cpu, pid -> -1, () -> CpuMeter.CoreTime.UNKNOWN, () -> TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static UnitQueue queue(int units) {
        return new UnitQueue(IntStream.range(0, units)
                .mapToObj(i -> new Unit("unit" + i, List.of("unit" + i)))
                .toList());
    }
}
