package io.github.surefiremp.model;

/**
 * What one run saw of one test.
 *
 * @param key which test
 * @param millis how long it took, not negative
 * @param outcome passed, failed, error, skipped or aborted; for a class the worst of its tests
 */
public record Measurement(TestKey key, long millis, String outcome) {
    public Measurement {
        if (millis < 0) {
            throw new IllegalArgumentException("negative duration of " + key + ": " + millis);
        }
    }
}
