package io.github.surefiremp.model;

/**
 * What the user asked for: tests of one JVM at the same time.
 *
 * @param count on how many threads the tests run, 1 if one after another
 * @param classes the class may run at the same time as other such classes
 * @param together what names the classes with which it has to be in one unit; empty for any
 */
public record Threads(int count, boolean classes, String together) {
    /** One test after another. */
    public static final Threads ONE = new Threads(1, false);

    /** Classes that may be in one unit with any other. */
    public Threads(int count, boolean classes) {
        this(count, classes, "");
    }

    public Threads {
        if (count < 1 || (classes && count == 1)) {
            throw new IllegalArgumentException(count + " threads, classes at the same time: " + classes);
        }
    }
}
