package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.provider.CpuMeter.CoreTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuMeterTest {
    private final Map<Long, Long> used = new HashMap<>();
    private CoreTime machine = CoreTime.UNKNOWN;
    private long millis = 1_000;
    private int readings;
    private long delay;
    private final CpuMeter meter = new CpuMeter(
            pid -> {
                readings++;
                return used.getOrDefault(pid, -1L);
            },
            pid -> delay,
            () -> machine,
            () -> TimeUnit.MILLISECONDS.toNanos(millis));

    @Test
    void aWorkerUsesWhatItsProcessDoesSinceItIsOne() {
        used.put(100L, 40L);
        meter.started(1, 100);
        millis += 50;
        used.put(100L, 70L);

        assertThat(meter.millis(1)).isEqualTo(30);
    }

    @Test
    void itIsNotReadAgainAtOnce() {
        used.put(100L, 0L);
        meter.started(1, 100);
        millis += 5;
        used.put(100L, 5L);

        assertThat(meter.millis(1)).isZero();
        assertThat(readings).isEqualTo(1);

        millis += 20;
        assertThat(meter.millis(1)).isEqualTo(5);
    }

    @Test
    void whatTheSystemDoesNotTellIsUnknown() {
        meter.started(1, 100);
        millis += 50;

        assertThat(meter.millis(1)).isNegative();
        assertThat(meter.millis(2)).isNegative();
    }

    @Test
    void aProcessThatEndsKeepsWhatItUsedUntilItIsGone() {
        used.put(100L, 0L);
        meter.started(1, 100);
        millis += 50;
        used.put(100L, 30L);
        meter.millis(1);
        millis += 50;
        used.remove(100L);

        assertThat(meter.millis(1)).isEqualTo(30);
        meter.ended(1);
        assertThat(meter.millis(1)).isNegative();
    }

    @Test
    void whatItCouldNotUseBecauseAllCoresWereBusyCounts() {
        begin();
        work(200, 120, 50, 400);

        assertThat(meter.millis(1)).isEqualTo(120 + 50);
        assertThat(meter.used(1)).isEqualTo(120);
    }

    @Test
    void severalThreadsThatWaitForACoreAreOneWorker() {
        begin();
        work(200, 120, 900, 400);

        assertThat(meter.millis(1)).isEqualTo(200);
    }

    @Test
    void whatItDidNotUseWhileACoreWasFreeDoesNot() {
        begin();
        work(200, 120, 50, 300);

        assertThat(meter.millis(1)).isEqualTo(120);

        // And what it waited before it was looked at is not known.
        work(200, 120, 500, 400);
        assertThat(meter.millis(1)).isEqualTo(240);
        work(200, 120, 30, 400);
        assertThat(meter.millis(1)).isEqualTo(390);
    }

    @Test
    void aSystemThatDoesNotTellOfDelaysHasNone() {
        begin();
        delay = -1_000;
        work(200, 120, 0, 400);

        assertThat(meter.millis(1)).isEqualTo(120);
    }

    private void begin() {
        used.put(100L, 0L);
        machine = new CoreTime(1_000, 2_000);
        meter.started(1, 100);
    }

    private void work(long passed, long more, long delayed, long busy) {
        millis += passed;
        used.merge(100L, more, Long::sum);
        delay += delayed;
        machine = new CoreTime(machine.busy() + busy, machine.all() + 400);
    }

    @Test
    void linuxTellsOfAllCoresInOneLine() {
        assertThat(CpuMeter.parse("cpu  100 20 30 400 50 6 7 8 90 10\ncpu0 1 2 3\n"))
                .isEqualTo(new CoreTime(100 + 20 + 30 + 6 + 7 + 8, 621));
        assertThat(CpuMeter.parse("")).isEqualTo(CoreTime.UNKNOWN);
        assertThat(CpuMeter.parse("cpu 1 2")).isEqualTo(CoreTime.UNKNOWN);
    }

    @Test
    void thisProcessHasUsedSome() {
        CpuMeter real = CpuMeter.ofThisMachine();
        real.started(1, ProcessHandle.current().pid());

        assertThat(real.millis(1)).isBetween(-1L, 10_000L);
        assertThat(real.used(1)).isBetween(-1L, 10_000L);
    }
}
