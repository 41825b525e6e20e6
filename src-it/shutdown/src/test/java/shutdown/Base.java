package shutdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Ends Maven and waits; its JVM's shutdown hook writes a note. */
abstract class Base {
    @Test
    void endsMaven() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::note));
        maven(ProcessHandle.current()).orElseThrow().destroy();
        new CountDownLatch(1).await();
    }

    /** Not just any Maven: this one is itself started by one. */
    private static Optional<ProcessHandle> maven(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        return parent.isEmpty() || parent.get().info().commandLine().orElse("").contains("-Dvariant=")
                ? parent
                : maven(parent.get());
    }

    private void note() {
        try {
            Path notes = Path.of(System.getProperty("notes"));
            Files.createDirectories(notes);
            Files.writeString(notes.resolve("hook of " + getClass().getSimpleName()), "ran");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
