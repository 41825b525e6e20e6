package io.github.surefiremp.partition;

/** How finely a suite is cut. */
public enum Granularity {
    /** Where its group says that its methods are independent, or where it is safe and shortens the run. */
    AUTO,
    /** A class stays whole, but for methods that are in another group than the rest of it. */
    CLASS,
    /** Wherever a class need not stay whole. */
    METHOD
}
