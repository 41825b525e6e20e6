package io.github.surefiremp.run;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.jspecify.annotations.Nullable;

/** Classes that one of Surefire's providers runs one after another; between two of them the JVM's state is restored. */
final class RestoringTests extends TestsToRun {
    private final TestsToRun tests;
    private final JvmState jvm;
    private final Consumer<String> spoiled;

    /** @param spoiled is told once why nothing should run in this JVM any more */
    RestoringTests(TestsToRun tests, JvmState jvm, Consumer<String> spoiled) {
        super(Set.of());
        this.tests = tests;
        this.jvm = jvm;
        this.spoiled = spoiled;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        Iterator<Class<?>> classes = tests.iterator();
        return new Iterator<>() {
            private @Nullable Class<?> running;
            private boolean told;

            @Override
            public boolean hasNext() {
                Class<?> ended = running;
                running = null;
                if (ended != null) {
                    String why = jvm.restore(List.of(ended.getName()), true);
                    if (!why.isEmpty() && !told) {
                        told = true;
                        spoiled.accept(why);
                    }
                }
                if (isFinished()) {
                    tests.markTestSetFinished();
                }
                return classes.hasNext();
            }

            @Override
            public Class<?> next() {
                Class<?> next = classes.next();
                jvm.mark();
                running = next;
                return next;
            }
        };
    }

    @Override
    public boolean allowEagerReading() {
        return tests.allowEagerReading();
    }

    @Override
    public Iterator<Class<?>> iterated() {
        return tests.iterated();
    }

    @Override
    public String toString() {
        return tests.toString();
    }

    @Override
    public @Nullable Class<?> getClassByName(String className) {
        return tests.getClassByName(className);
    }
}
