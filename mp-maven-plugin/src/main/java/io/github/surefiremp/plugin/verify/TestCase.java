package io.github.surefiremp.plugin.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One {@code <testcase>} of a report.
 *
 * @param className as in the report
 * @param name as in the report
 * @param problems failed or skipped attempts in the order of the file; none where it passed at once
 */
record TestCase(String className, String name, List<Problem> problems) {

    /**
     * A failed or skipped attempt.
     *
     * @param kind the element's name, such as {@code failure} or {@code rerunError}
     * @param text the stack trace, for hints alone
     */
    record Problem(String kind, String type, String message, String text) {
        String shown() {
            String first = message.lines().findFirst().orElse("").strip();
            if (type.isEmpty()) {
                return first.isEmpty() ? kind : kind + ": " + first;
            }
            return kind + ": " + type + (first.isEmpty() ? "" : ": " + first);
        }
    }

    /** How it ended in words, one for each attempt that did not pass: {@code failure, rerunFailure}. */
    String outcome() {
        if (problems.isEmpty()) {
            return "passed";
        }
        return problems.stream().map(Problem::kind).collect(Collectors.joining(", "));
    }

    /** How it ended, with all that is compared. */
    String shown() {
        return problems.isEmpty()
                ? "passed"
                : problems.stream().map(Problem::shown).collect(Collectors.joining(", "));
    }

    String text() {
        return problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
