package io.github.surefiremp.surefire;

import io.github.surefiremp.model.ReportEvent;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;

/** Why a test failed, as text. */
public final class FailureText {
    private static final int MOST_CHARS = 4_000;

    private FailureText() {}

    /** The trimmed stack trace, or the message, of a result; empty if it has neither. */
    public static String of(ReportEvent event) {
        if (!(event.payload() instanceof ReportEntry entry)) {
            return "";
        }
        StackTraceWriter trace = entry.getStackTraceWriter();
        String text = trace == null ? entry.getMessage() : trace.writeTrimmedTraceToString();
        if (text == null) {
            return "";
        }
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }
}
