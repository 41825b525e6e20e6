package io.github.surefiremp.dispatch;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the end of a JVM says. */
final class ExitCodes {
    /** A process that a signal ended has this much more than the signal's number. */
    private static final int SIGNALLED = 128;

    private static final int OUT_OF_MEMORY = 3;

    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP",
            2, "SIGINT",
            3, "SIGQUIT",
            4, "SIGILL",
            6, "SIGABRT, as after a crash of the JVM itself",
            7, "SIGBUS",
            9, "SIGKILL, from outside: the system's out-of-memory killer perhaps",
            11, "SIGSEGV",
            15, "SIGTERM, from outside");

    private static final Pattern ERROR_REPORT = Pattern.compile("(?m)^#\\s+(\\S.*\\.log)\\s*$");

    private ExitCodes() {}

    /** The code, with what is known of its meaning. */
    static String explain(int code) {
        String signal = SIGNALS.get(code - SIGNALLED);
        if (signal != null) {
            return "exit code " + code + " (" + signal + ")";
        }
        return code == OUT_OF_MEMORY
                ? "exit code " + code + " (with -XX:+ExitOnOutOfMemoryError, the JVM had no memory left)"
                : "exit code " + code;
    }

    /** A sentence on where the JVM wrote its own report, if its last output tells; else empty. */
    static String errorReport(String lastOutput) {
        Matcher told = ERROR_REPORT.matcher(lastOutput);
        return told.find() ? "\nThe JVM's own error report: " + told.group(1) : "";
    }
}
