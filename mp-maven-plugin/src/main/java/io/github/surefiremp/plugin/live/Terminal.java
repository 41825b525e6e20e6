package io.github.surefiremp.plugin.live;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What is known of the terminal that Maven runs in. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;
    private static final long STTY_MILLIS = 1_000;

    private Terminal() {}

    /** Whether somebody sits before it: its input and its output are one, and it can erase a line. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // From Java 22 on there is a console for files and pipes, too.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /**
     * How wide it is now. Java does not tell, and a library that does would come with native code into Maven's JVM;
     * {@code stty} is there wherever there is a terminal, but on Windows.
     */
    static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (stty.waitFor(STTY_MILLIS, TimeUnit.MILLISECONDS) && stty.exitValue() == 0) {
                String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                        .trim()
                        .split(" ", -1);
                int columns = Integer.parseInt(size[size.length - 1]);
                return columns < FEWEST_COLUMNS ? USUAL_COLUMNS : columns;
            }
            stty.destroyForcibly();
        } catch (IOException | NumberFormatException e) {
            // It has none, or says something else.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return USUAL_COLUMNS;
    }
}
