package io.github.surefiremp.annotations;

/** How mp keeps a group of tests together, and apart from others. */
public enum Strategy {
    /**
     * The tests may run in any worker, in any order and next to all others. On a class it also says that the methods
     * are independent of each other, so that they may run in several workers.
     */
    FREE,

    /**
     * The whole group runs in one worker, one test after another: classes in the order in which Surefire would run
     * them, methods in JUnit's. Other tests run at the same time.
     */
    SERIAL,

    /**
     * No test from outside of the group runs while one of the group does, in the whole Maven session; within the group
     * tests run in several workers.
     */
    ISOLATED_FREE,

    /** The whole group runs in one worker, in order, and no other test runs at the same time in the Maven session. */
    ISOLATED_SERIAL
}
