package suites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel tells of a process.
 *
 * @param parent the process id of its parent
 * @param cpuTicks used by the process itself
 * @param reapedTicks used by its children that ended and that it waited for, and by theirs
 * @param started tells apart processes that had the same id one after the other
 */
record Stat(String command, long parent, long cpuTicks, long reapedTicks, long started) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int STATE = 2;
    private static final int PARENT = 3;
    private static final int USER = 13;
    private static final int SYSTEM = 14;
    private static final int REAPED_USER = 15;
    private static final int REAPED_SYSTEM = 16;
    private static final int STARTED = 21;

    static Optional<Stat> of(long pid) {
        return read(Path.of("/proc", String.valueOf(pid), "stat"));
    }

    static Stat ofThisProcess() {
        return read(Path.of("/proc/self/stat")).orElseThrow();
    }

    private static Optional<Stat> read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf(')');
            String[] fields = text.substring(end + 2).split(" ");
            if (fields[0].equals("Z")) {
                return Optional.empty();
            }
            return Optional.of(new Stat(
                    text.substring(text.indexOf('(') + 1, end),
                    number(fields, PARENT),
                    number(fields, USER) + number(fields, SYSTEM),
                    number(fields, REAPED_USER) + number(fields, REAPED_SYSTEM),
                    number(fields, STARTED)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long number(String[] fields, int field) {
        return Long.parseLong(fields[field - STATE]);
    }

    static double seconds(long ticks) {
        return ticks / TICKS_PER_SECOND;
    }

    /** What all processes of the machine used since it started; without waiting for the disk. */
    static long ofMachine() {
        try {
            String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split(" +");
            // user nice system idle iowait irq softirq
            return Long.parseLong(fields[1]) + Long.parseLong(fields[2]) + Long.parseLong(fields[3])
                    + Long.parseLong(fields[6]) + Long.parseLong(fields[7]);
        } catch (IOException e) {
            throw new Mistake("No /proc/stat: this runs on Linux only");
        }
    }
}
