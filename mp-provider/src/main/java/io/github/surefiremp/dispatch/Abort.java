package io.github.surefiremp.dispatch;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How a run ends early: at once, but for the workers that keep fixtures, which have some time to tear them down. Owned by
 * the dispatcher's thread.
 */
final class Abort {
    private final KeptFixtures fixtures;
    private final LongSupplier nanoClock;
    private boolean begun;
    private Consumer<Worker> end = Worker::kill;
    private long endOfPatience;
    private long endOfSetUps;

    Abort(KeptFixtures fixtures, LongSupplier nanoClock) {
        this.fixtures = fixtures;
        this.nanoClock = nanoClock;
    }

    boolean hasBegun() {
        return begun;
    }

    /**
     * Begins, unless that was done before.
     *
     * @param how ends a worker
     * @param patience for how many seconds workers that keep fixtures may tear them down
     * @return whether it was the first time
     */
    boolean begin(Consumer<Worker> how, int patience) {
        if (begun) {
            return false;
        }
        begun = true;
        end = how;
        long now = nanoClock.getAsLong();
        endOfPatience = now + TimeUnit.SECONDS.toNanos(patience);
        // What hangs in its set-up must not keep others from being torn down.
        endOfSetUps = now + TimeUnit.SECONDS.toNanos(patience) / 2;
        fixtures.end();
        return true;
    }

    /** Ends the workers that have nothing to tear down, or no time left; each once. */
    void proceed(Crew crew) {
        long now = nanoClock.getAsLong();
        if (now - endOfSetUps >= 0) {
            fixtures.abandonSetUps();
        }
        boolean past = now - endOfPatience >= 0;
        for (Seat seat : crew.seats()) {
            if (past || !fixtures.isKeptBy(seat.worker().number())) {
                seat.endOnce(end);
            }
        }
    }

    /** Whether nothing is left to wait for, once all workers are gone. */
    boolean isOver() {
        return !fixtures.areAlive() || isPatienceOver();
    }

    private boolean isPatienceOver() {
        return nanoClock.getAsLong() - endOfPatience >= 0;
    }
}
