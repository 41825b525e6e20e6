package io.github.surefiremp.surefire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(stream)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    flush(piece, lines);
                } else {
                    piece.write(b);
                    if (piece.size() >= LONGEST_PIECE) {
                        flush(piece, lines);
                    }
                }
            }
        } catch (IOException e) {
            // The process is gone, and with it the stream.
        }
        if (piece.size() > 0) {
            flush(piece, lines);
        }
    }

    String lastLines() {
        synchronized (last) {
            return String.join(System.lineSeparator(), last);
        }
    }

    private void flush(ByteArrayOutputStream piece, Consumer<String> lines) {
        String line = piece.toString(Charset.defaultCharset());
        piece.reset();
        if (line.endsWith("\r")) {
            line = line.substring(0, line.length() - 1);
        }
        synchronized (last) {
            last.addLast(line.length() > KEPT_LINE_LENGTH ? line.substring(0, KEPT_LINE_LENGTH) + "…" : line);
            if (last.size() > LINES_KEPT) {
                last.removeFirst();
            }
        }
        lines.accept(line);
    }
}
