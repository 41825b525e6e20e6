package io.github.surefiremp.model;

/**
 * Names a test over many runs.
 *
 * @param module groupId:artifactId of the Maven module
 * @param execution plugin and execution, such as {@code surefire:default-test}
 * @param className the test class
 * @param method the test method, or {@link #WHOLE_CLASS} for the class with its set-up
 */
public record TestKey(String module, String execution, String className, String method) {
    /** Stands in place of a method for the class as a whole. */
    public static final String WHOLE_CLASS = "*";

    /** The same class as a whole. */
    public TestKey wholeClass() {
        return new TestKey(module, execution, className, WHOLE_CLASS);
    }
}
