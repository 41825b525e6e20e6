package io.github.surefiremp.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a worker tells about the tests it runs.
 *
 * @param kind what happened
 * @param className the test class as Surefire names it; empty where the kind has none, or the writer of output is unknown
 * @param method the test method as Surefire names it; empty where the kind has none, or the writer of output is unknown
 * @param epochMillis when the controller received it
 * @param nanos the same moment on a clock that never goes backwards
 * @param rerun it belongs to a repetition of a failed test
 * @param testId tells tests apart that have the same name and run at the same time; 0 if unknown
 * @param payload what the report edge needs to hand the event on: an {@link Output} for OUTPUT, a {@link LogLine}
 *     for LOG, else opaque
 */
public record ReportEvent(
        Kind kind,
        String className,
        String method,
        long epochMillis,
        long nanos,
        boolean rerun,
        long testId,
        @Nullable Object payload) {

    /** An event of which the test has no number. */
    public ReportEvent(
            Kind kind,
            String className,
            String method,
            long epochMillis,
            long nanos,
            boolean rerun,
            @Nullable Object payload) {
        this(kind, className, method, epochMillis, nanos, rerun, 0, payload);
    }

    /** Names its test within a unit. */
    public String test() {
        return className + "#" + method + "#" + testId;
    }

    /** What happened. */
    public enum Kind {
        SET_STARTED,
        SET_COMPLETED,
        TEST_STARTED,
        PASSED,
        FAILED,
        ERROR,
        SKIPPED,
        ABORTED,
        OUTPUT,
        PROPERTY,
        LOG,
        /**
         * A piece of a class begins, or is skipped: one that was planned, or what discovery found at the ends of the
         * class's tree. The class name is the top-level one, empty if unknown; the method is its unique id.
         */
        PIECE_STARTED,
        /** What follows in this unit repeats failed tests. */
        RERUNS_STARTED;

        /** Whether a test ended with this event. */
        public boolean endsTest() {
            return switch (this) {
                case PASSED, FAILED, ERROR, SKIPPED, ABORTED -> true;
                default -> false;
            };
        }
    }
}
