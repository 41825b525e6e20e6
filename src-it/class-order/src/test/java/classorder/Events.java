package classorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the tests of all workers tell: a process id and a text in each line of a file. */
final class Events {
    private Events() {}

    static void write(String text) {
        try {
            Files.writeString(
                    file(),
                    ProcessHandle.current().pid() + " " + text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return Path.of(System.getProperty("events"));
    }
}
