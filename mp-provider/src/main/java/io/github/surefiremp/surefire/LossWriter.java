package io.github.surefiremp.surefire;

import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;

/** In place of a stack trace: why a test has no result. */
record LossWriter(String reason) implements StackTraceWriter {
    @Override
    public String writeTraceToString() {
        return reason;
    }

    @Override
    public String writeTrimmedTraceToString() {
        return reason;
    }

    @Override
    public String smartTrimmedStackTrace() {
        return reason;
    }

    @Override
    public SafeThrowable getThrowable() {
        return new SafeThrowable(reason);
    }
}
