package io.github.surefiremp.run;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.jspecify.annotations.Nullable;

/** Classes that one of Surefire's providers runs one after another; between two of them the JVM's state is restored. */
final class RestoringTests extends TestsToRun {
    private final TestsToRun tests;
    private final JvmState jvm;

    RestoringTests(TestsToRun tests, JvmState jvm) {
        super(Set.of());
        this.tests = tests;
        this.jvm = jvm;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        Iterator<Class<?>> classes = tests.iterator();
        return new Iterator<>() {
            private @Nullable Class<?> running;

            @Override
            public boolean hasNext() {
                Class<?> ended = running;
                running = null;
                if (ended != null) {
                    jvm.restore(List.of(ended.getName()), true);
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
