package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;

/**
 * What it costs to start a worker, until it asks for work.
 *
 * @param millis how long it takes; negative if unknown
 * @param cpuMillis how much CPU time; negative if unknown
 */
public record StartCost(long millis, long cpuMillis) {
    /** Nothing is known. */
    public static final StartCost UNKNOWN = new StartCost(Measurement.UNKNOWN, Measurement.UNKNOWN);
}
