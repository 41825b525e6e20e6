package io.github.surefiremp.model;

/** Why a worker has nothing to do while units wait. */
public enum WaitReason {
    /** What is left needs locks that are taken. */
    LOCKS,
    /** An isolated group has to end first. */
    ISOLATION,
    /** The Maven session does not let the run in: another run is alone, or this one wants to be. */
    PERMIT,
    /** What is left needs a JVM that ran nothing before, and one is starting. */
    JVM,
    /** What is left needs set-ups that other workers have, and those will be done with it earlier. */
    SET_UP,
    /** Nothing is left for it, but it keeps a fixture that others still use. */
    FIXTURES
}
