package io.github.surefiremp.dispatch;

import java.io.IOException;

/** The run's own stay among all runs of the Maven session that execute units. Owned by the dispatcher's thread. */
final class Stay {
    private enum State {
        /** May not run a unit. */
        OUTSIDE,
        /** Asked to come in. */
        ASKED,
        /** May run units. */
        INSIDE
    }

    private final SessionPermits permits;
    private State state = State.OUTSIDE;
    private boolean alone;
    private boolean yieldAsked;
    private boolean started;
    /** Every request is answered, also one that was withdrawn. */
    private int unanswered;

    Stay(SessionPermits permits) {
        this.permits = permits;
    }

    /** The coordinator answers the oldest request: the run is inside, unless it withdrew that request. */
    void entered() {
        if (unanswered == 0) {
            throw new IllegalStateException("the coordinator answered a run that had not asked");
        }
        unanswered--;
        if (unanswered == 0 && state == State.ASKED) {
            state = State.INSIDE;
            yieldAsked = false;
            started = false;
        }
    }

    /** Somebody else waits. */
    void yieldAsked() {
        yieldAsked = state == State.INSIDE;
    }

    /**
     * Whether a unit starts now; does what is needed so that it may later. Only a run with a worker may ask, or it
     * would keep others out who have one.
     *
     * @param wantsAlone the next unit is of an isolated group
     * @param running whether a unit runs now
     */
    boolean mayStart(boolean wantsAlone, boolean running) throws IOException {
        if (state == State.INSIDE && !isOver(wantsAlone)) {
            started = true;
            return true;
        }
        if (state == State.INSIDE && !running) {
            leave();
        }
        if (state == State.OUTSIDE) {
            state = State.ASKED;
            alone = wantsAlone;
            unanswered++;
            permits.enter(wantsAlone);
        }
        return false;
    }

    /** Whether units may go on to start while one runs; asks for nothing. */
    boolean goesOn() {
        return state == State.INSIDE && !isOver(false);
    }

    /**
     * A stay serves at least one unit, or two runs that make room for each other at once would do so for ever. Who is
     * alone stays until its isolated groups are done: to let others in between would cost a pause each time.
     */
    private boolean isOver(boolean wantsAlone) {
        return alone != wantsAlone || (yieldAsked && started && !alone);
    }

    /** Nothing runs and nothing starts now. */
    void pause() throws IOException {
        if (state == State.INSIDE) {
            leave();
        }
    }

    /** The run has no worker. */
    void withdraw() throws IOException {
        if (state != State.OUTSIDE) {
            leave();
        }
    }

    private void leave() throws IOException {
        state = State.OUTSIDE;
        permits.leave();
    }
}
