package io.github.surefiremp.forecast;

/**
 * What is expected of a unit, or was seen of it.
 *
 * @param millis how long it takes; not negative
 * @param cpuShare how many cores it keeps busy meanwhile
 * @param tests how many tests it has
 */
public record UnitWork(double millis, double cpuShare, int tests) {}
