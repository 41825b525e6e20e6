package resourcelocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that is used: who comes and who goes is a line of a file, in which the lines of all workers have an order.
 */
final class Shared {
    private Shared() {}

    /** Uses it alone: waits a while for another one that must not come, and fails if any came. */
    static void alone(String name, String other, String resource) throws InterruptedException {
        long deadline = System.nanoTime() + Long.getLong("patience") * 1_000_000;
        write("+ " + resource + " " + name);
        try {
            while (!began(resource, other) && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
            if (others(resource, name)) {
                throw new IllegalStateException(name + " does not have " + resource + " for itself");
            }
        } finally {
            write("- " + resource + " " + name);
        }
    }

    /** Uses it together with another one: waits for that, and fails if it does not come. */
    static void together(String name, String other, String resource) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        write("+ " + resource + " " + name);
        try {
            while (!began(resource, other)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(other + " did not come to " + name);
                }
                Thread.sleep(10);
            }
        } finally {
            write("- " + resource + " " + name);
        }
    }

    /** Tells of itself and nothing else. */
    static void passes(String name, String resource) {
        write("+ " + resource + " " + name);
        write("- " + resource + " " + name);
    }

    /** Whether there was another one since this one came, or when it came. */
    private static boolean others(String resource, String name) {
        Set<String> inside = new HashSet<>();
        boolean came = false;
        for (String line : read()) {
            String[] words = line.split(" ");
            if (words[1].equals(resource)) {
                if (words[0].equals("+")) {
                    inside.add(words[2]);
                } else {
                    inside.remove(words[2]);
                }
            }
            came = came || line.equals("+ " + resource + " " + name);
            if (came && inside.size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean began(String resource, String name) {
        return read().contains("+ " + resource + " " + name);
    }

    private static Path file() {
        return Path.of(System.getProperty("events"));
    }

    private static void write(String line) {
        try {
            Files.writeString(file(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
