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
    private static final long PROCESS = 77;
    private static final Unit UNIT = new Unit("a.A", List.of("a.A"));

    @TempDir
    private Path processes;

    private long used;
    private long seconds;

    @Test
    void tellsThePartOfItsThreads() throws IOException {
        CompilerMeter meter = meter(1);
        thread(1, "java", 9_000);
        thread(2, "C2 CompilerThre", 700);
        thread(3, "C1 CompilerThre", 900);
        unitEnds(meter, 1, 2_000);

        assertThat(meter.percent()).hasValue(35);
    }

    @Test
    void remembersThreadsThatHaveEnded() throws IOException {
        CompilerMeter meter = meter(1);
        thread(2, "C2 CompilerThre", 700);
        Path second = thread(4, "C2 CompilerThre", 300);
        unitEnds(meter, 1, 2_000);
        Files.delete(second.resolve("comm"));
        Files.delete(second.resolve("schedstat"));
        Files.delete(second);
        thread(2, "C2 CompilerThre", 1_000);
        seconds = 2;
        unitEnds(meter, 1, 4_000);

        assertThat(meter.percent()).hasValue(33);
    }

    @Test
    void aThreadThatIsJustEndingIsNoTrouble() throws IOException {
        CompilerMeter meter = meter(1);
        thread(2, "C2 CompilerThre", 700);
        Files.createDirectories(tasks().resolve("3"));
        unitEnds(meter, 1, 2_000);

        assertThat(meter.percent()).hasValue(35);
    }

    @Test
    void addsWorkers() throws IOException {
        CompilerMeter meter = meter(1);
        thread(2, "C2 CompilerThre", 1_000);
        unitEnds(meter, 1, 2_000);
        meter.workerEnded(1, 0);
        meter.workerStarted(2, PROCESS);
        thread(2, "C2 CompilerThre", 0);
        unitEnds(meter, 2, 2_000);

        assertThat(meter.percent()).hasValue(25);
    }

    @Test
    void readsNotMoreOftenThanOnceASecond() throws IOException {
        CompilerMeter meter = meter(1);
        thread(2, "C2 CompilerThre", 1_000);
        unitEnds(meter, 1, 2_000);
        unitEnds(meter, 1, 4_000);

        assertThat(meter.percent()).hasValue(50);
    }

    /** As in workers without a thorough compiler, whose units would all pay for looking for it. */
    @Test
    void looksNotMoreOftenThanOnceASecondEither() throws IOException {
        CompilerMeter meter = meter(1);
        thread(3, "C1 CompilerThre", 900);
        unitEnds(meter, 1, 2_000);
        thread(2, "C2 CompilerThre", 1_000);
        unitEnds(meter, 1, 2_000);
        assertThat(meter.percent()).isEmpty();

        seconds = 1;
        unitEnds(meter, 1, 2_000);
        assertThat(meter.percent()).hasValue(50);
    }

    @Test
    void knowsNothingWhereThereAreNoThreads() {
        CompilerMeter meter = meter(1);
        unitEnds(meter, 1, 2_000);

        assertThat(meter.percent()).isEmpty();
    }

    @Test
    void saysNothingOfAWorkerThatDidNothing() throws IOException {
        CompilerMeter meter = meter(1);
        thread(2, "C2 CompilerThre", 400);
        unitEnds(meter, 1, 900);

        assertThat(meter.percent()).isEmpty();
    }

    private CompilerMeter meter(int worker) {
        CompilerMeter meter = new CompilerMeter(processes, number -> used, () -> TimeUnit.SECONDS.toNanos(seconds));
        meter.workerStarted(worker, PROCESS);
        return meter;
    }

    private void unitEnds(CompilerMeter meter, int worker, long usedMillis) {
        used = usedMillis;
        meter.unitEnded(worker, UNIT);
    }

    private Path tasks() {
        return processes.resolve(PROCESS + "/task");
    }

    private Path thread(int id, String name, long millis) throws IOException {
        Path folder = Files.createDirectories(tasks().resolve(Integer.toString(id)));
        Files.writeString(folder.resolve("comm"), name + "\n");
        Files.writeString(folder.resolve("schedstat"), TimeUnit.MILLISECONDS.toNanos(millis) + " 12345 67\n");
        return folder;
    }
}
