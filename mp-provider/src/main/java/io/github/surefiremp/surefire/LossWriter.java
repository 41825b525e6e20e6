package io.github.surefiremp.surefire;

import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;

/**
 * In place of a stack trace: why a test has no result.
 *
 * @param test how Surefire's summary names the test
 * @param reason what is known of the end, several lines
 */
record LossWriter(String test, String reason) implements StackTraceWriter {
    /** For a test, or for a class where the entry has no test's name. */
    static LossWriter of(ReportEntry entry, String reason) {
        String className = entry.getSourceName();
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return new LossWriter(entry.getName() == null ? simple : simple + "." + entry.getName(), reason);
    }

    @Override
    public String writeTraceToString() {
        return reason;
    }

    @Override
    public String writeTrimmedTraceToString() {
        return reason;
    }

    /** The line of the summary, in the form that Surefire gives to an exception. */
    @Override
    public String smartTrimmedStackTrace() {
        return test + " » " + reason.lines().findFirst().orElse("");
    }

    @Override
    public SafeThrowable getThrowable() {
        return new SafeThrowable(reason);
    }
}
