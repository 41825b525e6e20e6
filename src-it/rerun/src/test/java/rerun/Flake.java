package rerun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts how often something was tried, beyond the life of a JVM. */
final class Flake {
    private Flake() {}

    static int attempt(String name) throws IOException {
        Path file = Path.of(System.getProperty("flakes"), name);
        Files.createDirectories(file.getParent());
        int before = Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 0;
        Files.writeString(file, Integer.toString(before + 1));
        return before + 1;
    }
}
