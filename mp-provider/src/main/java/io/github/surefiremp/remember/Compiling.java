package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;

/**
 * What compiling costs the JVMs that run a class, and what it gains; each is negative where it was never seen.
 *
 * @param thoroughMillis the CPU time for the class in JVMs that have both of HotSpot's compilers
 * @param quickMillis the same in JVMs that have the quick one only
 * @param thoroughPercent which part of the CPU time of JVMs with both the thorough one took, of 100
 */
public record Compiling(long thoroughMillis, long quickMillis, long thoroughPercent) {
    /** Nothing is known. */
    public static final Compiling UNKNOWN =
            new Compiling(Measurement.UNKNOWN, Measurement.UNKNOWN, Measurement.UNKNOWN);

    /** What was seen once of a class in JVMs with both compilers. */
    public static Compiling thoroughly(long cpuMillis, long percent) {
        return new Compiling(cpuMillis, Measurement.UNKNOWN, percent);
    }

    /** What was seen once of a class in JVMs with the quick one only. */
    public static Compiling quickly(long cpuMillis) {
        return new Compiling(Measurement.UNKNOWN, cpuMillis, Measurement.UNKNOWN);
    }
}
