package io.github.surefiremp.provider;

import io.github.surefiremp.model.Measurement;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * How much CPU time workers use, as the operating system counts it; and how much they would if the cores were free.
 *
 * <p>On a busy machine a worker that computes gets less than it could use, and looks as if it waited for something
 * else. Who believed that would start more workers and make it worse. So the time in which a thread could run but had
 * no core counts as used. Linux tells it for each thread; that is only read while the machine is busy, because it
 * takes half a millisecond. Elsewhere nothing is added. For one thread.
 */
final class CpuMeter {
    /** A reading costs about a tenth of a millisecond, and the system counts in steps of ten. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long MACHINE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** From here on some that would run have to wait at times; there are always moments in which nobody would. */
    private static final double BUSY = 0.8;

    private static final Path LINUX = Path.of("/proc/stat");

    private final LongUnaryOperator processMillis;
    private final LongUnaryOperator delayMillis;
    private final Machine machine;
    private final LongSupplier nanoClock;
    private final Map<Integer, Reading> readings = new HashMap<>();

    /** The time of all cores since the machine was started, in units of its own. */
    record CoreTime(long busy, long all) {
        static final CoreTime UNKNOWN = new CoreTime(0, 0);
    }

    @FunctionalInterface
    interface Machine {
        CoreTime coreTime();
    }

    private CoreTime before = CoreTime.UNKNOWN;
    private long machineAt;
    private boolean machineRead;
    private boolean crowded;

    private static final class Reading {
        final long pid;
        long at;
        final long before;
        long raw;
        /** Negative if it was not read last time. */
        long delay;

        double demand;

        Reading(long pid, long at, long raw) {
            this.pid = pid;
            this.at = at;
            this.before = raw;
            this.raw = raw;
        }
    }

    /**
     * @param processMillis the CPU time of a process in milliseconds, by its id; negative if unknown
     * @param delayMillis for how long in all a thread of a process could run but had no core; negative if unknown
     */
    CpuMeter(LongUnaryOperator processMillis, LongUnaryOperator delayMillis, Machine machine, LongSupplier nanoClock) {
        this.processMillis = processMillis;
        this.delayMillis = delayMillis;
        this.machine = machine;
        this.nanoClock = nanoClock;
    }

    /** For the processes of this machine. */
    static CpuMeter ofThisMachine() {
        return new CpuMeter(CpuMeter::processMillis, CpuMeter::delayMillis, CpuMeter::coreTime, System::nanoTime);
    }

    /** A worker's process has started. */
    void started(int worker, long pid) {
        readings.put(worker, new Reading(pid, nanoClock.getAsLong(), processMillis.applyAsLong(pid)));
        look(nanoClock.getAsLong());
    }

    /** The worker's process is gone. */
    void ended(int worker) {
        readings.remove(worker);
    }

    /** What the worker would have used in all since it started if cores had been free; negative if unknown. */
    long millis(int worker) {
        Reading reading = readings.get(worker);
        if (reading == null || reading.raw < 0) {
            return Measurement.UNKNOWN;
        }
        long now = nanoClock.getAsLong();
        if (now - reading.at >= FRESH_NANOS) {
            look(now);
            long raw = processMillis.applyAsLong(reading.pid);
            // A process that is just ending has no count any more.
            if (raw >= reading.raw) {
                double used = raw - reading.raw;
                double unused = Math.max(0, (now - reading.at) / 1e6 - used);
                reading.demand += used + Math.min(unused, delayed(reading));
                reading.raw = raw;
            }
            reading.at = now;
        }
        return Math.round(reading.demand);
    }

    /** What the worker's process used in all since it started; negative if unknown. */
    long used(int worker) {
        long unused = millis(worker);
        Reading reading = readings.get(worker);
        return reading == null || reading.raw < 0 ? Measurement.UNKNOWN : reading.raw - reading.before;
    }

    /** For how long the worker's threads waited for a core since the last time, as far as that was looked at. */
    private long delayed(Reading reading) {
        long before = reading.delay;
        reading.delay = crowded ? delayMillis.applyAsLong(reading.pid) : Measurement.UNKNOWN;
        // Threads that have ended take theirs with them.
        return before < 0 || reading.delay < 0 ? 0 : Math.max(0, reading.delay - before);
    }

    /** Whether somebody had to wait for a core in the latest time. */
    private void look(long now) {
        if (machineRead && now - machineAt < MACHINE_NANOS) {
            return;
        }
        CoreTime after = machine.coreTime();
        long all = after.all() - before.all();
        if (machineRead && all > 0) {
            crowded = after.busy() - before.busy() > BUSY * all;
        }
        before = after;
        machineAt = now;
        machineRead = true;
    }

    private static long processMillis(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(Measurement.UNKNOWN);
    }

    /** Of the thread that waited longest: those that compile and collect wait as well, and no test waits for them. */
    private static long delayMillis(long pid) {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                nanos = Math.max(
                        nanos,
                        ThreadTimes.of(thread).map(ThreadTimes::delayedNanos).orElse(0L));
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
            return Measurement.UNKNOWN;
        }
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static CoreTime coreTime() {
        try {
            return Files.isReadable(LINUX) ? parse(Files.readString(LINUX)) : CoreTime.UNKNOWN;
        } catch (IOException | NumberFormatException e) {
            return CoreTime.UNKNOWN;
        }
    }

    /** The first line is that of all cores: user, nice, system, idle, waiting for disks, and more that is busy. */
    static CoreTime parse(String text) {
        String[] cells = text.lines().findFirst().orElse("").trim().split("\\s+");
        if (cells.length < 6 || !cells[0].equals("cpu")) {
            return CoreTime.UNKNOWN;
        }
        long all = 0;
        // What virtual machines use is in the first two already.
        for (int i = 1; i < Math.min(cells.length, 9); i++) {
            all += Long.parseLong(cells[i]);
        }
        return new CoreTime(all - Long.parseLong(cells[4]) - Long.parseLong(cells[5]), all);
    }
}
