package io.github.surefiremp.coordinator;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The words of the coordinator's protocol, version 1: short lines of ASCII over loopback TCP. */
final class Wire {
    /** First line of a client: {@code HELLO-1 secret}. */
    static final String HELLO = "HELLO-1 ";
    /** Client: {@code WANT n}, how many worker numbers it waits for in all, beside those it has. */
    static final String WANT = "WANT ";
    /** Client: {@code BACK n}, the worker with this number is gone. */
    static final String BACK = "BACK ";
    /** Coordinator: {@code GRANT n}, the client may have a worker with this number. */
    static final String GRANT = "GRANT ";
    /** Coordinator: somebody else waits; end a worker after its unit if there are several. */
    static final String SPARE = "SPARE";

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
