package io.github.surefiremp.provider;

import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * Which part of the workers' CPU time HotSpot's thorough compiler takes. It has threads of its own, and Linux counts the
 * time of each; elsewhere, and of JVMs without such a thread, nothing is known. For the run's thread.
 *
 * <p>A worker is read when a unit ends, not more often than once a second; the first time that takes half a millisecond.
 */
final class CompilerMeter implements RunObserver {
    /** As Linux has it, which cuts names. */
    private static final String THREAD = "C2 CompilerThre";

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** With less it is chance what is found. */
    private static final long LEAST_MILLIS = 1_000;

    private final Path processes;
    private final IntToLongFunction usedMillis;
    private final LongSupplier nanoClock;
    private final Map<Integer, Reading> readings = new HashMap<>();
    /** Of all workers, at the last reading of each. */
    private long usedSum;

    private long compilerNanosSum;

    private static final class Reading {
        final Path tasks;
        boolean looked;
        long at;
        /** When its threads were last read; 0 as long as there is nothing to compare them with. */
        long used;
        /** By thread: the JVM ends those that it has no work for, and they take their count with them. */
        final Map<String, Long> nanos = new HashMap<>();
        /** Threads that do something else. */
        final Set<String> others = new HashSet<>();

        Reading(Path tasks) {
            this.tasks = tasks;
        }

        long sum() {
            return nanos.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * @param processes where the system tells of processes: {@code /proc}
     * @param usedMillis the CPU time that a worker used in all; negative if unknown
     */
    CompilerMeter(Path processes, IntToLongFunction usedMillis, LongSupplier nanoClock) {
        this.processes = processes;
        this.usedMillis = usedMillis;
        this.nanoClock = nanoClock;
    }

    @Override
    public void workerStarted(int worker, long pid) {
        readings.put(worker, new Reading(processes.resolve(pid + "/task")));
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        Reading reading = readings.get(worker);
        long now = nanoClock.getAsLong();
        if (reading == null || (reading.looked && now - reading.at < FRESH_NANOS)) {
            return;
        }
        reading.looked = true;
        reading.at = now;
        long used = usedMillis.applyAsLong(worker);
        if (used >= 0 && read(reading)) {
            reading.used = used;
        }
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        Reading reading = readings.remove(worker);
        if (reading != null) {
            usedSum += reading.used;
            compilerNanosSum += reading.sum();
        }
    }

    /** That part, of 100; empty if it is not known, or the workers did too little. */
    OptionalLong percent() {
        long used = usedSum;
        long compilers = compilerNanosSum;
        for (Reading reading : readings.values()) {
            used += reading.used;
            compilers += reading.sum();
        }
        return used < LEAST_MILLIS
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(100, Math.round(compilers / 1e4 / used)));
    }

    /** Whether there is, or was, such a thread. */
    private static boolean read(Reading reading) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(reading.tasks)) {
            for (Path thread : threads) {
                String id = thread.getFileName().toString();
                if (!reading.others.contains(id) && (reading.nanos.containsKey(id) || isCompiler(thread))) {
                    ThreadTimes.of(thread).ifPresent(times -> reading.nanos.put(id, times.ranNanos()));
                } else {
                    reading.others.add(id);
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            // Another system, or a process that has just ended.
            return false;
        }
        return !reading.nanos.isEmpty();
    }

    private static boolean isCompiler(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).strip().equals(THREAD);
        } catch (NoSuchFileException e) {
            // It has just ended.
            return false;
        }
    }
}
