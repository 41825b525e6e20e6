package things;

import io.github.surefiremp.coordination.Mp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What happened, in the order in which it did, over all JVMs. */
public final class Journal {
    private static final Path FILE = Path.of(System.getProperty("journal"));

    private Journal() {}

    public static void write(String line) {
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static long count(String prefix) {
        try {
            List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
            return lines.stream().filter(line -> line.startsWith(prefix)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many lines begin with that. */
    public static void await(String prefix, int lines) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (count(prefix) < lines) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nobody wrote: " + prefix);
            }
            work(10);
        }
    }

    /** Goes on when three have come, if there are three workers. */
    public static void meet(String what) {
        write(what + " comes");
        if (Mp.isActive()) {
            await(what + " comes", 3);
        }
    }

    /** What takes its time, so that others can come in between if they may. */
    public static void work(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
