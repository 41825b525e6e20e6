package classarchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Writes down what this JVM is, and whether it has mapped an archive. */
abstract class Base {
    @Test
    void finds() throws IOException {
        assertEquals(
                "target/test-classes/classarchive/Base.class",
                Path.of("").toUri().relativize(java.net.URI.create(
                                Base.class.getResource("/classarchive/Base.class").toString()))
                        .getPath());
        String maps = Files.readString(Path.of("/proc/self/maps"));
        Files.writeString(
                Path.of("target", "archive-" + System.getProperty("variant") + ".txt"),
                (maps.contains("/private/archives/") ? "archive" : "none") + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Test
    void seesTheClassPathOfTheTests() {
        String first = System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0];
        assertEquals("test-classes", Path.of(first).getFileName().toString());
    }

    @Test
    void fails() {
        assertEquals(1, ServiceLoader.load(Runnable.class).stream().count() + 2);
    }
}
