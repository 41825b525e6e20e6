package io.github.surefiremp.remember;

/** What a class found in its JVM when it began. */
public enum Occasion {
    /** The JVM had run tests, and had all set-ups that the class needs. */
    WARM,
    /** The JVM had run tests, but a set-up was missing. */
    SET_UP,
    /** The JVM had run nothing. */
    COLD
}
