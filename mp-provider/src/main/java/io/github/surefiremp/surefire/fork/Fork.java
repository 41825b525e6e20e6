package io.github.surefiremp.surefire.fork;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How Surefire started its fork.
 *
 * @param arguments what Surefire told it after the arguments of the JVM that mp gave it
 * @param environment its whole environment
 * @param directory its working directory
 */
public record Fork(List<String> arguments, Map<String, String> environment, String directory) {
    public Fork {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * Reads what {@link ForkMain} tells.
     *
     * @throws EOFException if the process ended before
     */
    public static Fork read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        while (!line(in).equals(ForkMain.BEGIN)) {
            // Somebody else printed it.
        }
        List<String> arguments = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            arguments.add(text(in));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            environment.put(text(in), text(in));
        }
        return new Fork(arguments, environment, text(in));
    }

    /** Only its end is kept if it is long. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("it ended before it had told how it was started");
            }
            if (line.length() > ForkMain.BEGIN.length()) {
                line.deleteCharAt(0);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
