package io.github.surefiremp.surefire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Reads what a worker writes to a native stream, past System.out, line by line, and keeps the last lines.
 *
 * <p>Story: {@link #pump} runs on a thread of its own until the stream ends; {@link #lastLines} may be called from any
 * thread. A line of any length costs bounded memory: it is passed on in pieces.
 */
final class NativeOutput {
    private static final int LONGEST_PIECE = 64 * 1024;
    private static final int LINES_KEPT = 40;
    private static final int KEPT_LINE_LENGTH = 2_000;

    private final Deque<String> last = new ArrayDeque<>();

    void pump(InputStream stream, Consumer<String> lines) {
        StringBuilder piece = new StringBuilder();
        boolean continues = false;
        try (Reader in = new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    if (piece.length() > 0 && piece.charAt(piece.length() - 1) == '\r') {
                        piece.setLength(piece.length() - 1);
                    }
                    if (piece.length() > 0 || !continues) {
                        flush(piece, lines);
                    }
                    continues = false;
                } else {
                    piece.append((char) c);
                    if (piece.length() >= LONGEST_PIECE && !Character.isHighSurrogate((char) c)) {
                        flush(piece, lines);
                        continues = true;
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone, and with it the stream.
        }
        if (piece.length() > 0) {
            flush(piece, lines);
        }
    }

    String lastLines() {
        synchronized (last) {
            return String.join(System.lineSeparator(), last);
        }
    }

    private void flush(StringBuilder piece, Consumer<String> lines) {
        String line = piece.toString();
        piece.setLength(0);
        synchronized (last) {
            last.addLast(line.length() > KEPT_LINE_LENGTH ? line.substring(0, KEPT_LINE_LENGTH) + "…" : line);
            if (last.size() > LINES_KEPT) {
                last.removeFirst();
            }
        }
        lines.accept(line);
    }
}
