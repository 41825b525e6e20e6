package io.github.surefiremp.model;

/**
 * What one run saw of one test.
 *
 * @param key which test
 * @param millis how long it took, not negative
 * @param outcome passed, failed, error, skipped or aborted; for a class the worst of its tests
 * @param cpuMillis the CPU time that its worker used meanwhile; negative if unknown, as it is for tests
 */
public record Measurement(TestKey key, long millis, String outcome, long cpuMillis) {
    /** What is not known. */
    public static final long UNKNOWN = -1;

    /** Without CPU time. */
    public Measurement(TestKey key, long millis, String outcome) {
        this(key, millis, outcome, UNKNOWN);
    }

    public Measurement {
        if (millis < 0) {
            throw new IllegalArgumentException("negative duration of " + key + ": " + millis);
        }
    }
}
