package io.github.surefiremp.coordination;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Exceptions of users' code in words, whatever that code does; they are told to others, who wait for it. */
final class Failures {
    /** Characters; a frame to the broker has room for much more. */
    private static final int LONGEST = 100_000;

    private Failures() {}

    /** As {@link Throwable#toString} says it. */
    static String words(Throwable failure) {
        try {
            return cut(failure.toString());
        } catch (RuntimeException | StackOverflowError e) {
            return failure.getClass().getName();
        }
    }

    static String stackTrace(Throwable failure) {
        try {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            return cut(text.toString());
        } catch (RuntimeException | StackOverflowError e) {
            // Its message throws, or that of its cause.
            return Arrays.stream(failure.getStackTrace())
                    .map(frame -> "\n\tat " + frame)
                    .collect(Collectors.joining("", failure.getClass().getName(), "\n"));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
