package io.github.surefiremp.model;

import java.util.Optional;

/**
 * What a worker tells between the events of Surefire's protocol: log lines that start with a token only this run knows.
 */
public final class Markers {
    private static final String PIECE = " piece ";
    private static final String RERUNS = " reruns";
    private static final String SPOILED = " spoiled ";
    private static final String SPOILED_LATER = " spoiled-later ";

    private Markers() {}

    /** A piece of a class begins. */
    public static String piece(String token, String className, String selector) {
        return token + PIECE + className + " " + selector;
    }

    /** What follows in this unit repeats failed tests. */
    public static String reruns(String token) {
        return token + RERUNS;
    }

    /** The unit has ended and left the JVM so that no other should run in it; what it was told ahead it will not run. */
    public static String spoiled(String token, String why) {
        return token + SPOILED + why;
    }

    /** The same of a worker that goes on with what it has been told. */
    public static String spoiledLater(String token, String why) {
        return token + SPOILED_LATER + why;
    }

    /** What a line says of a JVM in which no other unit should run; empty if it is none of these lines. */
    public static Optional<WorkerEvent.Spoiled> parseSpoiled(String token, String line) {
        if (line.startsWith(token + SPOILED)) {
            return Optional.of(new WorkerEvent.Spoiled(line.substring(token.length() + SPOILED.length()), true));
        }
        if (line.startsWith(token + SPOILED_LATER)) {
            return Optional.of(new WorkerEvent.Spoiled(line.substring(token.length() + SPOILED_LATER.length()), false));
        }
        return Optional.empty();
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
