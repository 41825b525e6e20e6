package io.github.surefiremp.discover;

import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import java.util.List;
import java.util.Set;

/** What can be known of a test class without the JUnit Platform. Runs inside a worker. */
public final class PlainTests {
    /** Why a class of an engine must stay whole that takes no parts of classes. */
    static final String WHOLE = "its test engine runs whole classes only";

    private PlainTests() {}

    /** The class with its groups; it must stay whole. */
    public static TestClass describe(Class<?> type) {
        return new TestClass(
                type.getName(),
                1,
                GroupMarks.ofClass(type),
                Set.of(),
                Cut.NEVER,
                WHOLE,
                GroupMarks.insideOf(type),
                List.of());
    }
}
