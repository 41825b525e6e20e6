package io.github.surefiremp.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps mp out of the stack traces of failed tests, so that reports show what stock Surefire's would. */
final class Frames {
    private static final String OWN = Frames.class.getPackageName() + ".";

    private Frames() {}

    /** Cuts off each trace where mp's own frames begin; below them is only what started the test. */
    static void cut(Throwable failure) {
        cut(failure, List.of());
    }

    /** The same, with other frames in the place of those that are cut off. */
    static void cut(Throwable failure, List<StackTraceElement> below) {
        cut(failure, below, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What is between the caller, which is mp's, and the next frame of mp's below. */
    static List<StackTraceElement> between() {
        List<StackTraceElement> between = new ArrayList<>();
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (!frame.getClassName().startsWith(OWN)) {
                between.add(frame);
            } else if (!between.isEmpty()) {
                break;
            }
        }
        return between;
    }

    private static void cut(@Nullable Throwable failure, List<StackTraceElement> below, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        for (int i = 0; i < trace.length; i++) {
            if (trace[i].getClassName().startsWith(OWN)) {
                List<StackTraceElement> kept =
                        new ArrayList<>(Arrays.asList(trace).subList(0, i));
                kept.addAll(below);
                failure.setStackTrace(kept.toArray(new StackTraceElement[0]));
                break;
            }
        }
        cut(failure.getCause(), below, seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            cut(suppressed, below, seen);
        }
    }
}
