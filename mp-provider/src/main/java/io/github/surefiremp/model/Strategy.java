package io.github.surefiremp.model;

/** How a group is kept apart; the same names as in mp's annotations, which the controller does not have. */
public enum Strategy {
    FREE,
    SERIAL,
    ISOLATED_FREE,
    ISOLATED_SERIAL;

    /** Whether no test outside of the group may run at the same time, in the whole Maven session. */
    public boolean isIsolated() {
        return this == ISOLATED_FREE || this == ISOLATED_SERIAL;
    }

    /** Whether the whole group runs in one worker, in order, as one unit. */
    public boolean isSerial() {
        return this == SERIAL || this == ISOLATED_SERIAL;
    }
}
