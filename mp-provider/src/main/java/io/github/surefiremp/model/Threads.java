package io.github.surefiremp.model;

/**
 * What the user asked the engine of a test class for: tests of one JVM at the same time.
 *
 * @param count on how many threads the engine runs tests, 1 if one after another
 * @param classes the class may run at the same time as other such classes
 */
public record Threads(int count, boolean classes) {
    /** One test after another. */
    public static final Threads ONE = new Threads(1, false);

    public Threads {
        if (count < 1 || (classes && count == 1)) {
            throw new IllegalArgumentException(count + " threads, classes at the same time: " + classes);
        }
    }
}
