package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerMeterTest {
    private static final Unit UNIT = new Unit("a.A", List.of("a.A"));

    @TempDir
    private Path processes;

    private long used;
    private long seconds;

    @Test
    void tellsThePartOfItsThreads() throws IOException {
        CompilerMeter meter = meter();
        meter.workerStarted(1, 77);
        thread(77, 1, "java", 9_000);
        thread(77, 2, "C2 CompilerThre", 700);
        thread(77, 3, "C1 CompilerThre", 900);
        used = 2_000;
        meter.unitEnded(1, UNIT);

        assertThat(meter.percent()).hasValue(35);
    }

    @Test
    void remembersThreadsThatHaveEnded() throws IOException {
        CompilerMeter meter = meter();
        meter.workerStarted(1, 77);
        thread(77, 2, "C2 CompilerThre", 700);
        Path second = thread(77, 4, "C2 CompilerThre", 300);
        used = 2_000;
        meter.unitEnded(1, UNIT);
        Files.delete(second.resolve("comm"));
        Files.delete(second.resolve("schedstat"));
        Files.delete(second);
        thread(77, 2, "C2 CompilerThre", 1_000);
        used = 4_000;
        seconds = 2;
        meter.unitEnded(1, UNIT);

        assertThat(meter.percent()).hasValue(33);
    }

    @Test
    void addsWorkers() throws IOException {
        CompilerMeter meter = meter();
        meter.workerStarted(1, 77);
        thread(77, 2, "C2 CompilerThre", 1_000);
        used = 2_000;
        meter.unitEnded(1, UNIT);
        meter.workerEnded(1, 0);
        meter.workerStarted(2, 78);
        thread(78, 2, "C2 CompilerThre", 0);
        meter.unitEnded(2, UNIT);

        assertThat(meter.percent()).hasValue(25);
    }

    @Test
    void readsNotMoreOftenThanOnceASecond() throws IOException {
        CompilerMeter meter = meter();
        meter.workerStarted(1, 77);
        thread(77, 2, "C2 CompilerThre", 1_000);
        used = 2_000;
        meter.unitEnded(1, UNIT);
        used = 4_000;
        meter.unitEnded(1, UNIT);

        assertThat(meter.percent()).hasValue(50);
    }

    @Test
    void knowsNothingWhereThereIsNoSuchThread() throws IOException {
        CompilerMeter meter = meter();
        meter.workerStarted(1, 77);
        used = 2_000;
        meter.unitEnded(1, UNIT);
        thread(77, 3, "C1 CompilerThre", 900);
        meter.unitEnded(1, UNIT);

        assertThat(meter.percent()).isEmpty();
    }

    @Test
    void saysNothingOfAWorkerThatDidNothing() throws IOException {
        CompilerMeter meter = meter();
        meter.workerStarted(1, 77);
        thread(77, 2, "C2 CompilerThre", 400);
        used = 900;
        meter.unitEnded(1, UNIT);

        assertThat(meter.percent()).isEmpty();
    }

    private CompilerMeter meter() {
        return new CompilerMeter(processes, worker -> used, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private Path thread(long process, int id, String name, long millis) throws IOException {
        Path folder = Files.createDirectories(processes.resolve(process + "/task/" + id));
        Files.writeString(folder.resolve("comm"), name + "\n");
        Files.writeString(folder.resolve("schedstat"), TimeUnit.MILLISECONDS.toNanos(millis) + " 12345 67\n");
        return folder;
    }
}
