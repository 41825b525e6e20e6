package io.github.surefiremp.dispatch;

import java.util.List;

/** The fixtures that workers, or JVMs beside them, keep for the tests of all workers. Any thread may call. */
public interface KeptFixtures {
    /** Whether the worker with this number keeps one or sets one up, so that it has to stay. */
    boolean isKeptBy(int worker);

    /** Asks for all to be torn down; asked again, it changes nothing. */
    void end();

    /** Tears down what there is, though others are still being set up; asked again, it changes nothing. */
    void abandonSetUps();

    /** Whether there is any that is not torn down. */
    boolean areAlive();

    /** What could not be torn down, a sentence for each. */
    List<String> problems();
}
