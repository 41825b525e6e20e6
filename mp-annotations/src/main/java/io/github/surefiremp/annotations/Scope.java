package io.github.surefiremp.annotations;

/** What below a {@link Parallelizable} runs at the same time. */
public enum Scope {
    /** The tests below: methods next to each other in a class, nested classes with them, classes of a package. */
    CHILDREN,

    /**
     * The invocations of each parameterized or repeated method, and the tests of each factory. Different methods still
     * run one after another, in order.
     */
    PARAMETERS,

    /** Both: the tests below, and the invocations of each of them. */
    ALL
}
