package io.github.surefiremp.plugin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many workers at most, and why.
 *
 * @param np 0 if mp stays out
 * @param why for the log line
 */
record WorkerCount(int np, String why) {
    /** More JVMs than this on one machine are a slip of the finger. */
    private static final int MOST = 1_000;

    private static final Pattern PER_CORE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)C", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAP = Pattern.compile("(?:^|\\s)-Xmx([0-9]+)([kKmMgGtT]?)(?=\\s|$)");

    /** What the machine has. */
    record Machine(int cores, long memoryBytes) {}

    /**
     * Reads the value of mp.np.
     *
     * @param value auto, a whole number, or a number with C for as many times the cores
     * @param forkCount the number of forks that the user configured for Surefire
     * @param argLine the user's JVM arguments, for their heap
     */
    static WorkerCount of(Settings.Value value, int forkCount, String argLine, Machine machine)
            throws SettingException {
        String text = value.text().trim();
        String origin = value.origin() + "=" + text;
        if (text.equalsIgnoreCase("auto")) {
            return automatic(forkCount, argLine, machine);
        }
        Matcher perCore = PER_CORE.matcher(text);
        if (perCore.matches()) {
            double product = Double.parseDouble(perCore.group(1)) * machine.cores();
            if (product <= MOST) {
                int np = product == 0 ? 0 : Math.max(1, (int) product);
                return new WorkerCount(np, origin + " of " + machine.cores() + " cores");
            }
        }
        try {
            int np = Integer.parseInt(text);
            if (np >= 0 && np <= MOST) {
                return new WorkerCount(np, origin);
            }
        } catch (NumberFormatException e) {
            // Told below, together with a number that is too small or too large.
        }
        throw new SettingException(origin + " must be auto, a whole number from 0 to " + MOST
                + " such as 4, or a number of workers for each core such as 0.5C");
    }

    /** Reads all that can be read before a module is built, so that a mistake costs no time. */
    static void check(Settings settings) throws SettingException {
        Optional<Settings.Value> np = settings.np();
        if (np.isPresent()) {
            of(np.get(), 1, "", new Machine(1, Long.MAX_VALUE));
        }
        settings.flag(Setting.SKIP);
        settings.flag(Setting.FRESH_JVM);
        settings.flag(Setting.LOCKS);
        settings.word(Setting.GRANULARITY, Settings.GRANULARITIES);
        settings.number(Setting.MAX_WORKER_RESTARTS, 0, 0);
        settings.number(Setting.TEST_TIMEOUT, 1, 0);
        settings.number(Setting.SETUPS_PER_WORKER, 1, 1);
        ChoiceOptions.check(settings);
        ConsoleOptions.check(settings);
        settings.threads(1, 1);
    }

    /** What holds where the user says nothing. */
    static WorkerCount automatic(int forkCount, String argLine, Machine machine) {
        if (forkCount == 0) {
            return new WorkerCount(0, "forkCount=0");
        }
        if (forkCount > 1) {
            return new WorkerCount(forkCount, "forkCount=" + forkCount);
        }
        long heap = heapBytes(argLine);
        if (heap > 0 && heap > machine.memoryBytes() / machine.cores()) {
            int fitting = (int) Math.max(1, machine.memoryBytes() / heap);
            return new WorkerCount(
                    fitting, "auto: " + machine.cores() + " cores, but the memory holds -Xmx " + fitting + " times");
        }
        return new WorkerCount(machine.cores(), "auto: " + machine.cores() + " cores");
    }

    private static long heapBytes(String argLine) {
        Matcher heap = HEAP.matcher(argLine);
        long bytes = 0;
        // As the JVM does: the last one holds.
        while (heap.find()) {
            long unit = switch (heap.group(2).toLowerCase(Locale.ROOT)) {
                case "k" -> 1L << 10;
                case "m" -> 1L << 20;
                case "g" -> 1L << 30;
                case "t" -> 1L << 40;
                default -> 1L;
            };
            // The cast ends at the largest long, where a product of longs would overflow.
            bytes = (long) (Double.parseDouble(heap.group(1)) * unit);
        }
        return bytes;
    }
}
