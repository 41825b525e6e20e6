package io.github.surefiremp.model;

import java.util.Optional;

/**
 * What a worker tells between the events of Surefire's protocol: log lines that start with a token only this run knows.
 */
public final class Markers {
    private static final String PIECE = " piece ";
    private static final String RERUNS = " reruns";

    private Markers() {}

    /** A piece of a class begins. */
    public static String piece(String token, String className, String selector) {
        return token + PIECE + className + " " + selector;
    }

    /** What follows in this unit repeats failed tests. */
    public static String reruns(String token) {
        return token + RERUNS;
    }

    /** The event that a line stands for; empty if it is none of these lines. */
    public static Optional<ReportEvent> parse(String token, String line, long epochMillis, long nanos) {
        if (line.equals(token + RERUNS)) {
            return Optional.of(
                    new ReportEvent(ReportEvent.Kind.RERUNS_STARTED, "", "", epochMillis, nanos, true, null));
        }
        if (line.startsWith(token + PIECE)) {
            String rest = line.substring(token.length() + PIECE.length());
            int blank = rest.indexOf(' ');
            return Optional.of(new ReportEvent(
                    ReportEvent.Kind.PIECE_STARTED,
                    rest.substring(0, blank),
                    rest.substring(blank + 1),
                    epochMillis,
                    nanos,
                    false,
                    null));
        }
        return Optional.empty();
    }
}
