package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;

/**
 * What it costs until tests run in a JVM as fast as they can; each is negative if unknown.
 *
 * @param millis how long the start of a worker takes, until it asks for work
 * @param cpuMillis how much CPU time that takes
 * @param warmUpMillis how much longer its first unit then takes than it would later
 * @param warmUpCpuMillis how much more CPU time that takes
 * @param readyMillis from the start of a run until its units are known
 */
public record StartCost(long millis, long cpuMillis, long warmUpMillis, long warmUpCpuMillis, long readyMillis) {
    /** Nothing is known. */
    public static final StartCost UNKNOWN = new StartCost(Measurement.UNKNOWN, Measurement.UNKNOWN);

    /** Of the start alone. */
    public StartCost(long millis, long cpuMillis) {
        this(millis, cpuMillis, Measurement.UNKNOWN, Measurement.UNKNOWN, Measurement.UNKNOWN);
    }

    /** The same start, with what came after it. */
    public StartCost with(long otherWarmUpMillis, long otherWarmUpCpuMillis, long otherReadyMillis) {
        return new StartCost(millis, cpuMillis, otherWarmUpMillis, otherWarmUpCpuMillis, otherReadyMillis);
    }
}
