package io.github.surefiremp.dispatch;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time that counts for tests: it goes on only while the controller looks at it again and again.
 *
 * <p>A machine that sleeps, a container that is frozen or a Maven that is stopped leaves a gap between two looks, of which
 * no more than a little counts; a clock that jumps backwards counts as one that stands still. So the time never goes
 * backwards, and too little of it counts rather than too much. Owned by the dispatcher's thread.
 */
final class AwakeClock {
    /** The dispatcher looks twice a second; more than this between two looks is none of the tests' time. */
    static final long LONGEST_GAP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoClock;
    private long lastLook;
    private long awake;

    AwakeClock(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void begin() {
        lastLook = nanoClock.getAsLong();
    }

    /** Looks at the clock. */
    void look() {
        long now = nanoClock.getAsLong();
        long gap = now - lastLook;
        lastLook = now;
        awake += Math.max(0, Math.min(gap, LONGEST_GAP_NANOS));
    }

    /** The time that counts, in nanoseconds, at the last look. */
    long nanos() {
        return awake;
    }
}
