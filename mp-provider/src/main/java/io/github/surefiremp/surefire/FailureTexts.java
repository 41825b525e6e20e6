package io.github.surefiremp.surefire;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.report.FailureText;
import java.util.Optional;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** Reads from Surefire's entries why a test has not passed. */
public final class FailureTexts {
    private FailureTexts() {}

    /** What the end of a test says; empty for one that passed, or if nothing is said. */
    public static Optional<FailureText> of(ReportEvent event) {
        if (event.kind() == ReportEvent.Kind.PASSED || !(event.payload() instanceof ReportEntry entry)) {
            return Optional.empty();
        }
        StackTraceWriter writer = entry.getStackTraceWriter();
        String trace = writer == null ? "" : orEmpty(writer.writeTraceToString());
        SafeThrowable thrown = writer == null ? null : writer.getThrowable();
        String message = orEmpty(thrown == null ? entry.getMessage() : thrown.getMessage());
        return trace.isEmpty() && message.isEmpty() ? Optional.empty() : Optional.of(new FailureText(message, trace));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
