package io.github.surefiremp.select;

import io.github.surefiremp.model.TestClass;
import java.util.Set;

/** What failed when it ran last. */
public interface Failures {
    /** Whether a top-level class, or a test in it, failed. */
    boolean in(String className);

    /**
     * The positions of the pieces that failed; empty if it is not known which, so that all of the class has to count.
     *
     * @param type a class in which something failed
     */
    Set<Integer> pieces(TestClass type);
}
