package ends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What happened, in the order in which it did, over all JVMs. */
final class Journal {
    private static final Path FILE = Path.of(System.getProperty("journal"));

    private Journal() {}

    static void write(String line) {
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> read() {
        try {
            return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(String line) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!read().contains(line)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nobody wrote: " + line);
            }
            Thread.sleep(10);
        }
    }
}
