package io.github.surefiremp.dispatch;

/** A live worker, as the dispatcher sees it. Commands to a worker that is gone are dropped. */
public interface Worker {
    /** Its number, 1 and up; unique among the live workers of the Maven session. */
    int number();

    /** The operating system's process id. */
    long pid();

    /** Whether its JVM was started for it, so that it is known what a start costs. */
    boolean isNew();

    /** Answers a worker that asks: run this. */
    void run(String command);

    /** Answers a worker that asks: there is no more, end. */
    void finish();

    /** Skip what has not started yet. */
    void skipRest();

    /** Says that the controller is alive. */
    void ping();

    /** Answers a worker that said bye, so that it may exit. */
    void acknowledgeBye();

    /** Ends the process at once. */
    void kill();

    /**
     * Ends a process that hangs, and returns at once: takes a thread dump, which comes with the process's end, asks it to
     * end, and ends it for good if it has not after some seconds.
     */
    void endHanging();

    /** Ends the process as the user wants forks to end when Maven does: at once, or after its shutdown hooks. */
    void shutDown();
}
