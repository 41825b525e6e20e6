package b;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes down which worker it ran in, and takes a while, so that workers live side by side. */
abstract class Base {
    @Test
    void passes() throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("seen"), getClass().getSimpleName());
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                System.getProperty("mp.worker", "none") + " "
                        + ProcessHandle.current().pid());
        Thread.sleep(300);
    }
}
