package io.github.surefiremp.surefire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a worker writes to a native stream, past System.out, line by line, and keeps the last lines.
 *
 * <p>Story: {@link #pump} runs on a thread of its own until the stream ends; {@link #lastLines} may be called from any
 * thread. A line of any length costs bounded memory: it is passed on in pieces.
 */
final class NativeOutput {
    private static final int LONGEST_PIECE = 16 * 1024;
    private static final int LINES_KEPT = 40;
    private static final int KEPT_LINE_LENGTH = 2_000;
    private static final int QUIET_MILLIS = 300;

    private static final int DUMP_LENGTH = 512 * 1024;
    private static final int LONGEST_COLOUR = 20;
    private static final char ESCAPE = '\u001B';
    private static final char REPLACEMENT = '\uFFFD';

    private final Deque<String> last = new ArrayDeque<>();
    /** What is written since it was asked for, null if it was not. */
    private volatile @Nullable Dump dump;

    /** A JVM's answer to a request for a thread dump. */
    private static final class Dump {
        private final StringBuilder text = new StringBuilder();
        private boolean complete;

        synchronized void add(String line) {
            if (text.length() < DUMP_LENGTH) {
                text.append(line).append(System.lineSeparator());
            }
            // Deadlocks and the heap come after it.
            complete |= line.startsWith("JNI global ref");
            notifyAll();
        }

        /** Waits until nothing more seems to come. */
        synchronized String await(long millis) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            int before = -1;
            for (long left = millis; left > 0 && !(complete && text.length() == before); ) {
                before = text.length();
                wait(complete ? Math.min(left, QUIET_MILLIS) : left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
            return text.toString();
        }
    }

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

    /** From now on, what is written is a thread dump and not passed on. */
    void beginDump() {
        dump = new Dump();
    }

    /**
     * Waits for the thread dump.
     *
     * @param millis how long at most
     * @return what was written of it, may be empty
     */
    String awaitDump(long millis) throws InterruptedException {
        Dump begun = dump;
        return begun == null ? "" : begun.await(millis);
    }

    private void flush(StringBuilder piece, Consumer<String> lines) {
        String line = shown(piece.toString());
        piece.setLength(0);
        Dump dumping = dump;
        if (dumping != null) {
            dumping.add(line);
            return;
        }
        synchronized (last) {
            last.addLast(line.length() > KEPT_LINE_LENGTH ? line.substring(0, KEPT_LINE_LENGTH) + "…" : line);
            if (last.size() > LINES_KEPT) {
                last.removeFirst();
            }
        }
        lines.accept(line);
    }

    /**
     * The line without what is no text: a terminal would obey it, and Maven's own way to it fails at escape sequences that
     * are none. Colours stay.
     */
    static String shown(String line) {
        StringBuilder shown = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int colour = c == ESCAPE ? endOfColour(line, i) : 0;
            boolean isText = colour > 0 || c == '\t' || !Character.isISOControl(c);
            if (!isText && shown == null) {
                shown = new StringBuilder(line.length()).append(line, 0, i);
            }
            if (shown != null) {
                shown.append(isText ? c : REPLACEMENT);
            }
        }
        return shown == null ? line : shown.toString();
    }

    /** Where the sequence ends that begins there and sets a colour; 0 if it is none. */
    private static int endOfColour(String line, int from) {
        int i = from + 1;
        if (i >= line.length() || line.charAt(i) != '[') {
            return 0;
        }
        do {
            i++;
        } while (i < line.length() && (line.charAt(i) == ';' || (line.charAt(i) >= '0' && line.charAt(i) <= '9')));
        return i < line.length() && line.charAt(i) == 'm' && i - from <= LONGEST_COLOUR ? i : 0;
    }
}
