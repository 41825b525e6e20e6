package io.github.surefiremp.coordination.broker;

/** What a client may ask. The order is part of the protocol: new ones go to the end. */
public enum Op {
    /** Takes the lock; answered when it is held, with its token. */
    LOCK,
    /** Gives the lock with the token {@code number} back. */
    UNLOCK,
    /** The value of a key, or none. */
    GET,
    /** Sets the value of a key. */
    PUT,
    /** Sets the value of a key that has none. */
    PUT_IF_ABSENT,
    /** Sets the value of a key that has one. */
    REPLACE,
    /** Sets the value of a key whose value is {@code other}, byte for byte. */
    REPLACE_IF,
    /** Takes a key away. */
    REMOVE,
    /** All keys that have a value, each on a line. */
    KEYS,
    /** The value of a key; the first one to ask for a key without any is told to compute it, the others wait. */
    COMPUTE,
    /** The value that was to be computed. */
    COMPUTED,
    /** It could not be computed. */
    COMPUTE_FAILED,
    /** Begins a step of a trail that adds a user; answered when no other step is under way. */
    TRAIL_START,
    /** Begins a step of a trail that takes a user away; answered when no other step is under way. */
    TRAIL_FINISH,
    /** The step with the token {@code number} has ended. */
    STEP_DONE,
    /** The step with the token {@code number} is as if it had not begun. */
    STEP_FAILED,
    /** The handle of a shared fixture; {@code number} is 1 if the plan knows the user, 0 if nobody knew of it. */
    USE,
    /** A host says which of its threads sets the fixture up. */
    SET_UP_BEGUN,
    /** The fixture is set up; the value is its handle. */
    SET_UP_DONE,
    /** The fixture could not be set up; the text says why, the value is the exception. */
    SET_UP_FAILED,
    /** The fixture was torn down; the text says what went wrong, empty for nothing. */
    TORN_DOWN,
    /** Starts the JVM that fixtures live in, unless there is one; the name says for which broker. */
    HOST,
    /** Gives up waiting for the answer to the request with the id {@code number}. */
    CANCEL,
    /** What the request with the id {@code number} waits for, in words. */
    DESCRIBE
}
