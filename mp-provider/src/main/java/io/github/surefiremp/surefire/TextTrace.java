package io.github.surefiremp.surefire;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;

/**
 * In place of a stack trace of the tests': why a test has no result, or why the run failed. Surefire's own classes for
 * that are not the same in all versions.
 *
 * @param summary the line of Surefire's summary
 * @param message what the user is told first
 * @param trace all of it
 */
record TextTrace(String summary, String message, String trace) implements StackTraceWriter {
    /**
     * For a test, or for a class where the entry has no test's name.
     *
     * @param reason what is known of the end, several lines
     */
    static TextTrace ofLoss(ReportEntry entry, String reason) {
        String className = entry.getSourceName();
        String simple = className.substring(className.lastIndexOf('.') + 1);
        String test = entry.getName() == null ? simple : simple + "." + entry.getName();
        // In the form that Surefire gives to an exception.
        return new TextTrace(test + " » " + reason.lines().findFirst().orElse(""), reason, reason);
    }

    static TextTrace ofFailure(String message, Throwable reason) {
        StringWriter trace = new StringWriter();
        reason.printStackTrace(new PrintWriter(trace, true));
        return new TextTrace(message, message, trace.toString());
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
        return summary;
    }

    @Override
    public SafeThrowable getThrowable() {
        return new SafeThrowable(message);
    }
}
