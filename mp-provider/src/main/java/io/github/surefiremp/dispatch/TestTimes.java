package io.github.surefiremp.dispatch;

import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * How long tests may take.
 *
 * @param limitSeconds a test that takes longer is ended with its worker; 0 for never
 * @param usual how long tests take otherwise
 * @param notices tells the user of a test that takes long
 */
public record TestTimes(int limitSeconds, Usual usual, Consumer<String> notices) {
    /** What is known of tests from earlier runs. */
    @FunctionalInterface
    public interface Usual {
        /** How long the test, as Surefire names it, usually takes; empty if it is not known. */
        OptionalLong millis(String className, String method);
    }

    /** No limit and no notices. */
    static final TestTimes UNWATCHED = new TestTimes(0, (className, method) -> OptionalLong.empty(), notice -> {});
}
