package io.github.surefiremp.model;

/**
 * What one run saw of one test.
 *
 * @param key which test
 * @param millis how long it took, not negative
 * @param outcome passed, failed, error, skipped or aborted; for a class the worst of its tests
 * @param cpuMillis the CPU time that its worker used meanwhile; negative if unknown, as it is for tests
 * @param remark what else is to be known of it
 */
public record Measurement(TestKey key, long millis, String outcome, long cpuMillis, Remark remark) {
    /** What else is to be known of a measurement. */
    public enum Remark {
        /** Nothing. */
        NONE,
        /** It failed, and passed when it was repeated in the same run. */
        PASSED_AGAIN,
        /** Its worker was lost meanwhile, so that the duration is only that until then. */
        LOST,
        /** Only some of the class's tests ran, so that the duration is not that of the class. */
        PART
    }

    /** What is not known. */
    public static final long UNKNOWN = -1;

    /** Without CPU time. */
    public Measurement(TestKey key, long millis, String outcome) {
        this(key, millis, outcome, UNKNOWN);
    }

    /** Without a remark. */
    public Measurement(TestKey key, long millis, String outcome, long cpuMillis) {
        this(key, millis, outcome, cpuMillis, Remark.NONE);
    }

    /** The same with another remark. */
    public Measurement with(Remark other) {
        return new Measurement(key, millis, outcome, cpuMillis, other);
    }

    /** Whether the test, or one of the class, failed or could not run to its end. */
    public static boolean isFailure(String outcome) {
        return outcome.equals("failed") || outcome.equals("error");
    }

    public Measurement {
        if (millis < 0) {
            throw new IllegalArgumentException("negative duration of " + key + ": " + millis);
        }
    }
}
