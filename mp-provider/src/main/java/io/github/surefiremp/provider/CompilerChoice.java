package io.github.surefiremp.provider;

import io.github.surefiremp.remember.Compiling;
import io.github.surefiremp.remember.Expectations;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether workers' JVMs should have HotSpot's quick compiler only. That pays where tests run much code, each part of it a
 * few times, as a framework's start does: what the thorough compiler makes of it is hardly used any more, and making it
 * takes a core from the tests.
 */
final class CompilerChoice {
    /** With less to compute that is so in any case. */
    private static final long BRIEF_CPU_MILLIS = 2_000;
    /** From this part of the CPU time on, of 100, the thorough compiler may take more than it gives back. */
    private static final long MUCH_PERCENT = 33;
    /** Many short tests run the same code of their framework again and again. */
    private static final long LEAST_CPU_MILLIS_OF_TEST = 2;
    /** So much of the work, as a divisor, may be of classes that never had the thorough compiler. */
    private static final int MOST_NEW = 4;

    private CompilerChoice() {}

    /**
     * Decides by what the history knows; without one, for both compilers.
     *
     * @param classes that will run
     * @param workers as many as there will probably be when the run begins
     * @param most as many as there may be
     */
    static boolean isQuick(Expectations expectations, List<String> classes, int workers, int most, int cores) {
        OptionalLong cpu = expectations.cpuMillis(classes);
        if (cpu.isEmpty()) {
            return false;
        }
        return cpu.getAsLong() <= BRIEF_CPU_MILLIS * workers
                || (lacksCores(Math.min(most, classes.size()), cores)
                        && mayGain(expectations, classes)
                        && gainedSoFar(expectations, classes));
    }

    /** Each worker keeps a core busy, and its compiler another one. */
    private static boolean lacksCores(int workers, int cores) {
        return 2 * workers > cores;
    }

    /** By what was seen with both compilers alone, so that it does not change with what is decided here. */
    private static boolean mayGain(Expectations expectations, List<String> classes) {
        List<String> seen = classes.stream()
                .filter(name -> expectations.compiling(name).thoroughPercent() >= 0)
                .toList();
        long[] percents = seen.stream()
                .mapToLong(name -> expectations.compiling(name).thoroughPercent())
                .sorted()
                .toArray();
        long millis = seen.stream()
                .mapToLong(name -> Math.max(0, expectations.compiling(name).thoroughMillis()))
                .sum();
        return percents.length > 0
                && percents[percents.length / 2] >= MUCH_PERCENT
                && millis >= LEAST_CPU_MILLIS_OF_TEST * expectations.tests(seen);
    }

    private static boolean gainedSoFar(Expectations expectations, List<String> classes) {
        long thorough = 0;
        long quick = 0;
        long onlyQuick = 0;
        for (String name : classes) {
            Compiling seen = expectations.compiling(name);
            if (seen.thoroughMillis() >= 0 && seen.quickMillis() >= 0) {
                thorough += seen.thoroughMillis();
                quick += seen.quickMillis();
            } else if (seen.quickMillis() >= 0) {
                onlyQuick += seen.quickMillis();
            }
        }
        // What was never seen with both compilers may be just what needs them.
        return quick <= thorough && onlyQuick * MOST_NEW <= quick + onlyQuick;
    }
}
