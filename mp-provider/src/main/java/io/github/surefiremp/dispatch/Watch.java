package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.ReportEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What of a run depends on the time that passes. Owned by the dispatcher's thread. */
final class Watch {
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** While tests are reported one after another, workers are seen to so often. */
    private static final long SERVE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LongSupplier nanoClock;
    private final int limitSeconds;
    private long lastPing;
    private long served;
    private long firstTestAt;
    private boolean testsBegan;

    /**
     * @param limitSeconds how long the tests may take from the first one on, 0 for ever
     */
    Watch(LongSupplier nanoClock, int limitSeconds) {
        this.nanoClock = nanoClock;
        this.limitSeconds = limitSeconds;
    }

    void begin() {
        lastPing = nanoClock.getAsLong();
    }

    /** Whether it is time to tell workers that somebody is there. */
    boolean mustPing() {
        long now = nanoClock.getAsLong();
        boolean due = now - lastPing >= PING_NANOS;
        if (due) {
            lastPing = now;
        }
        return due;
    }

    /** Workers are seen to now. */
    void serves() {
        served = nanoClock.getAsLong();
    }

    /** Whether workers have to be seen to though nothing changed for them. */
    boolean mustServe() {
        return nanoClock.getAsLong() - served >= SERVE_NANOS;
    }

    void reported(ReportEvent event) {
        if (!testsBegan && event.kind() == ReportEvent.Kind.SET_STARTED) {
            testsBegan = true;
            firstTestAt = event.nanos();
        }
    }

    /** Whether the tests take longer than they may. */
    boolean isOverdue() {
        return limitSeconds > 0
                && testsBegan
                && nanoClock.getAsLong() - firstTestAt >= TimeUnit.SECONDS.toNanos(limitSeconds);
    }
}
