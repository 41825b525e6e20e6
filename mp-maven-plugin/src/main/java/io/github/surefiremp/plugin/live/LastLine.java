package io.github.surefiremp.plugin.live;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of {@code System.out} and keeps a line below all that is printed.
 *
 * <p>Whoever prints erases the line first, and the next {@link #show} draws it anew, so what is printed is never mixed
 * with it. Any thread may print; the monitor of the original stream guards the line, as it guards each print.
 */
final class LastLine {
    private static final String ERASE = "\r\033[K";

    private final PrintStream original;
    private final PrintStream stream;
    private final Runnable undo;
    /** What is on the screen, empty for nothing. */
    private String shown = "";

    private boolean atLineStart = true;

    private LastLine(PrintStream original, Runnable undo) {
        this.original = original;
        this.undo = undo;
        stream = new PrintStream(new Below(), true, charset());
    }

    /**
     * Begins.
     *
     * @param undo is called when the line is removed
     */
    static LastLine install(Runnable undo) {
        LastLine line = new LastLine(System.out, undo);
        System.setOut(line.stream);
        return line;
    }

    /** Replaces the line; an empty one is none. In the middle of another line nothing is drawn. */
    void show(String text) {
        synchronized (original) {
            if (text.equals(shown) || !atLineStart) {
                return;
            }
            original.print(shown.isEmpty() ? text : ERASE + text);
            original.flush();
            shown = text;
        }
    }

    /** Erases the line and gives {@code System.out} back, unless somebody else has it by now. */
    void remove() {
        undo.run();
        synchronized (original) {
            erase();
            original.flush();
            if (System.out == stream) {
                System.setOut(original);
            }
        }
    }

    private void erase() {
        if (!shown.isEmpty()) {
            original.print(ERASE);
            shown = "";
        }
    }

    /** How Java encodes what goes to the console. */
    private static Charset charset() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding"}) {
            @Nullable String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    private final class Below extends OutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (length == 0) {
                return;
            }
            synchronized (original) {
                erase();
                original.write(bytes, offset, length);
                atLineStart = bytes[offset + length - 1] == '\n';
            }
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}
