package roundtrips;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.Mp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What one of several workers measures. All of them do the same operation at the same time, without a pause; then all go
 * on to the next one. Each subclass needs a worker of its own, so as many of them run as there are workers.
 */
abstract class RoundTrips {
    private static final Path FOLDER = Path.of(System.getProperty("folder"));
    private static final int COLD_SECONDS = Integer.getInteger("coldSeconds");
    private static final int SECONDS = Integer.getInteger("seconds");
    private static final int MOST_IN_A_SECOND = 100_000;
    private static final long COMPUTE_NANOS = TimeUnit.MICROSECONDS.toNanos(Integer.getInteger("compute"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String VALUE = "jdbc:postgresql://localhost:5432/test?user=test&password=test";

    private final int number;

    /** @param number from 1 on */
    RoundTrips(int number) {
        this.number = number;
    }

    private interface Operation {
        void run() throws Exception;
    }

    @Test
    void measures() throws Exception {
        assumeTrue(number <= Mp.workers(), "there is no worker for this one");
        Mp.messageBoard().put("key of " + number, VALUE);
        measure("lock-and-unlock-own", () -> lockAndUnlock("lock of " + number));
        measure("lock-and-unlock-shared", () -> lockAndUnlock("lock of all"));
        measure("board-get", () -> Mp.messageBoard().get("key of " + number, String.class));
        measure("board-put", () -> Mp.messageBoard().put("key of " + number, VALUE));
    }

    private static void lockAndUnlock(String name) {
        try (Lock held = Mp.lock(name).acquire(PATIENCE)) {
            // It is given back at once.
        }
    }

    /** All are busy until the end: each goes on until the time is up, however often that is. */
    private void measure(String name, Operation operation) throws Exception {
        together(name);
        write(name + "-cold", repeat(operation, COLD_SECONDS));
        together(name + ", warm");
        write(name, repeat(operation, SECONDS));
    }

    private static long[] repeat(Operation operation, int seconds) throws Exception {
        long[] nanos = new long[seconds * MOST_IN_A_SECOND];
        int count = 0;
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        while (begin < end && count < nanos.length) {
            compute();
            begin = System.nanoTime();
            operation.run();
            nanos[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(nanos, count);
    }

    /** As a test does that has work for the processor. */
    private static void compute() {
        if (COMPUTE_NANOS > 0) {
            long end = System.nanoTime() + COMPUTE_NANOS;
            while (System.nanoTime() < end) {
                // Thread.onSpinWait would be kind to others.
            }
        }
    }

    /** Waits until all workers are here. */
    private void together(String step) throws InterruptedException {
        String here = step + ": ";
        Mp.messageBoard().put(here + number, "here");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Mp.messageBoard().keys().stream()
                        .filter(key -> key.startsWith(here))
                        .count()
                < Mp.workers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("there are not " + Mp.workers() + " workers at the same time");
            }
            Thread.sleep(1);
        }
    }

    private void write(String name, long[] nanos) throws IOException {
        Path file = FOLDER.resolve(name).resolve(number + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                LongStream.of(nanos).mapToObj(Long::toString).collect(Collectors.joining("\n")));
    }
}
