package covered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** So that each of two JVMs runs a test, however fast the tests are. */
final class Jvms {
    private Jvms() {}

    /** Waits until two of them are here; with stock Surefire there is one. */
    static void meet(String phase) {
        if (System.getProperty("mp.worker") == null) {
            return;
        }
        Path folder = Path.of("target", "meeting-" + phase);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        try {
            Files.createDirectories(folder);
            Files.createFile(
                    folder.resolve(Long.toString(ProcessHandle.current().pid())));
            while (folder.toFile().list().length < 2) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("No other JVM came to " + folder + " within a minute");
                }
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
