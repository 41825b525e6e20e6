package io.github.surefiremp.dispatch;

/**
 * What a run may use.
 *
 * @param np workers at most, at least 1
 * @param skipAfterFailures failed tests after which the rest is skipped, 0 for never
 * @param timeoutSeconds how long the tests may take from the first one on, 0 for ever
 * @param maxRestarts lost workers that are replaced before the run stops
 * @param earlyWorkers how many workers are started at once, while discovery still runs, because a JVM takes about
 *     as long to start as the discovery of a small suite
 * @param startsAtOnce how many workers may be on their way at the same time, at least 1
 */
public record Limits(
        int np, int skipAfterFailures, int timeoutSeconds, int maxRestarts, int earlyWorkers, int startsAtOnce) {
    /** As many start at once as there should be. */
    Limits(int np, int skipAfterFailures, int timeoutSeconds, int maxRestarts, int earlyWorkers) {
        this(np, skipAfterFailures, timeoutSeconds, maxRestarts, earlyWorkers, np);
    }
}
