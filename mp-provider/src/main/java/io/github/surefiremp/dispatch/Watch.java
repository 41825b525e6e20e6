package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.WorkerEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What of a run depends on the time that passes. Owned by the dispatcher's thread. */
final class Watch {
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** While tests are reported one after another, workers are seen to so often. */
    private static final long SERVE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

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

    /**
     * Whether all that workers told until now has been handled, nearly; otherwise a test that ended may look as if it
     * still ran.
     *
     * @param handled the last message, null if there was none
     */
    boolean isUpToDate(@Nullable Message handled) {
        if (handled instanceof Message.FromWorker from && from.event() instanceof WorkerEvent.Reports reports) {
            return nanoClock.getAsLong() - reports.event().nanos() < BEHIND_NANOS;
        }
        return handled == null;
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
