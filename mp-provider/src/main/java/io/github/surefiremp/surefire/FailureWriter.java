package io.github.surefiremp.surefire;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;

/**
 * Why the run failed, as Surefire takes it; its own class for that is not there in all versions.
 *
 * @param message what the user is told first
 * @param trace all of it
 */
record FailureWriter(String message, String trace) implements StackTraceWriter {
    static FailureWriter of(Throwable reason) {
        StringWriter trace = new StringWriter();
        reason.printStackTrace(new PrintWriter(trace, true));
        return new FailureWriter(
                Objects.requireNonNullElseGet(reason.getLocalizedMessage(), reason::toString), trace.toString());
    }

    @Override
    public String writeTraceToString() {
        return trace;
    }

    @Override
    public String writeTrimmedTraceToString() {
        return trace;
    }

    @Override
    public String smartTrimmedStackTrace() {
        return message;
    }

    @Override
    public SafeThrowable getThrowable() {
        return new SafeThrowable(message);
    }
}
