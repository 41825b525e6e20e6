package io.github.surefiremp.discover;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/**
 * Takes away what code prints that runs at discovery and will run, and print, again with the tests.
 *
 * <p>A logging framework may be set up meanwhile and keep the stream for good. So what it gets goes on later to where
 * the output is then.
 */
final class Muted {
    private Muted() {}

    /** Runs the work; what it prints through {@code System.out} and {@code err} is lost. */
    static <T> T during(Supplier<T> work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Late lateOut = new Late(out, true);
        Late lateErr = new Late(err, false);
        System.setOut(lateOut.stream);
        System.setErr(lateErr.stream);
        try {
            return work.get();
        } finally {
            lateOut.silent = false;
            lateErr.silent = false;
            // Whoever put in another stream did so for good.
            if (System.out == lateOut.stream) {
                System.setOut(out);
            }
            if (System.err == lateErr.stream) {
                System.setErr(err);
            }
        }
    }

    private static final class Late extends OutputStream {
        final PrintStream stream = new PrintStream(this, true, Charset.defaultCharset());
        private final PrintStream before;
        private final boolean isOut;
        volatile boolean silent = true;

        Late(PrintStream before, boolean isOut) {
            this.before = before;
            this.isOut = isOut;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (!silent) {
                now().write(bytes, from, length);
            }
        }

        @Override
        public void flush() {
            if (!silent) {
                now().flush();
            }
        }

        private PrintStream now() {
            PrintStream current = isOut ? System.out : System.err;
            return current == stream ? before : current;
        }
    }
}
