package io.github.surefiremp.coordinator;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The words of the coordinator's protocol, version 3: short lines of ASCII over loopback TCP.
 *
 * <p>Two talks share the connection and do not depend on each other. Numbers: {@link #WANT}, {@link #LEFT},
 * {@link #BACK}; {@link #GRANT}, {@link #SPARE}. The session's permit: {@link #ENTER_SHARED}, {@link #ENTER_ALONE}, {@link #LEAVE}; {@link
 * #ENTERED}, {@link #YIELD}. In the second one a client has at most one stay or one pending request: to enter while
 * inside or pending, or to leave while outside, is an error, and like any other line that is not foreseen it ends the
 * connection.
 */
final class Wire {
    /** First line of a client: {@code HELLO-3 secret}. */
    static final String HELLO = "HELLO-3 ";
    /** Client: {@code WANT n}, how many worker numbers it waits for in all, beside those it has. */
    static final String WANT = "WANT ";
    /**
     * Client: {@code LEFT n}, how many milliseconds one worker would need for all that the client has left; and {@code
     * AFTER n}, how many the build goes on after it. Without them both are 0.
     */
    static final String LEFT = "LEFT ";

    static final String AFTER = "AFTER ";
    /** Client: {@code BACK n}, the worker with this number is gone. */
    static final String BACK = "BACK ";
    /** Coordinator: {@code GRANT n}, the client may have a worker with this number. */
    static final String GRANT = "GRANT ";
    /** Coordinator: somebody else waits; end a worker after its unit if there are several. */
    static final String SPARE = "SPARE";
    /** Client: it would run units that others may run beside. */
    static final String ENTER_SHARED = "ENTER shared";
    /** Client: it would run units while no other client runs any. */
    static final String ENTER_ALONE = "ENTER alone";
    /** Client: it runs nothing any more; or it no longer wants what it asked for with a pending ENTER. */
    static final String LEAVE = "LEAVE";
    /**
     * Coordinator: answers one ENTER, the oldest unanswered one. Each is answered exactly once: with the grant, or, if
     * a LEAVE finds it pending, then. So after an ENTER and a LEAVE exactly one ENTERED is on its way, whether the
     * LEAVE withdrew the request or crossed the grant and ended the stay; either way the client is outside.
     */
    static final String ENTERED = "ENTERED";
    /**
     * Coordinator: another client waits for this one, which is inside: to be alone, or because this one is alone. Leave
     * as soon as nothing runs and ask again if there is more. At most once in each stay and after its ENTERED; it may
     * cross the LEAVE, but comes before the answer to the next ENTER.
     */
    static final String YIELD = "YIELD";

    private static final int LONGEST_LINE = 256;

    private Wire() {}

    /** The number that follows the word in the line. */
    static int number(String line, String word) throws IOException {
        try {
            return Integer.parseInt(line.substring(word.length()));
        } catch (NumberFormatException e) {
            throw new IOException("a number of the coordinator's protocol is none: " + line, e);
        }
    }

    /** The milliseconds that follow the word in the line. */
    static long millis(String line, String word) throws IOException {
        try {
            long millis = Long.parseLong(line.substring(word.length()));
            if (millis >= 0) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is negative.
        }
        throw new IOException("a number of the coordinator's protocol is none: " + line);
    }

    /**
     * Reads a line, at most 256 characters of it.
     *
     * @return null at the end of the stream
     */
    static @Nullable String readLine(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = from.read();
            if (c < 0) {
                return null;
            }
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line of the coordinator's protocol is longer than " + LONGEST_LINE);
            }
            line.append((char) c);
        }
    }
}
