package io.github.surefiremp.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps mp out of the stack traces of failed tests, so that reports show what stock Surefire's would. */
final class Frames {
    private static final String OWN = Frames.class.getPackageName() + ".";

    private Frames() {}

    /** Cuts off each trace where mp's own frames begin; below them is only what started the test. */
    static void cut(Throwable failure) {
        cut(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void cut(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < trace.length; i++) {
            if (trace[i].getClassName().startsWith(OWN)) {
                failure.setStackTrace(Arrays.copyOf(trace, i));
                break;
            }
        }
        cut(failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            cut(suppressed, seen);
        }
    }
}
