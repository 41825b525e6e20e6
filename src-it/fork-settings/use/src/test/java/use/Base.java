package use;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes down which of the JVM's classes this one is, and in what JVM. */
abstract class Base {
    private static final AtomicInteger CLASSES = new AtomicInteger();

    @BeforeAll
    static void count() {
        CLASSES.incrementAndGet();
    }

    @Test
    void records() throws IOException {
        boolean inMaven = System.getProperty("maven.home") != null;
        String command = System.getProperty("sun.java.command", "");
        String temp = List.of("other temp", "surefire").stream()
                .filter(name -> command.contains("/" + name + " "))
                .findFirst()
                .orElse("?");
        Path file = Path.of(System.getProperty("record"), getClass().getSimpleName() + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                List.of(
                        "in Maven's JVM " + inMaven,
                        "first class " + (CLASSES.get() == 1),
                        "temp " + (inMaven ? "none" : temp),
                        "fork number " + System.getProperty("surefire.forkNumber")));
    }

    @AfterAll
    static void doesNotLetTheJvmEnd() {
        if (Boolean.getBoolean("exit.hangs") && CLASSES.get() == 1) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }
}
