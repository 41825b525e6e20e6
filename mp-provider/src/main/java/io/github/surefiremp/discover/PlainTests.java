package io.github.surefiremp.discover;

import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import java.util.List;
import java.util.Set;

/** What can be known of test classes without the JUnit Platform. Runs inside a worker. For one thread. */
public final class PlainTests {
    /** Why a class of an engine must stay whole that takes no parts of classes. */
    static final String WHOLE = "its test engine runs whole classes only";

    private final SetUps setUps = new SetUps();

    /** The class with its groups and set-ups; it must stay whole. */
    public TestClass describe(Class<?> type) {
        return new TestClass(
                type.getName(),
                1,
                GroupMarks.ofClass(type),
                Set.of(),
                Cut.NEVER,
                WHOLE,
                GroupMarks.insideOf(type),
                List.of(),
                Threads.ONE,
                Set.of(),
                setUps.of(type));
    }

    /** What could not be found out of the classes described since the last call, for a debug log. */
    public List<String> troubles() {
        return setUps.troubles();
    }
}
