package classpathmodes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes down where a test gets its classes and resources from. */
abstract class Base {
    private final List<String> lines = new ArrayList<>();

    @Test
    void records() throws IOException {
        lines.add("module " + getClass().getModule().isNamed());
        lines.add("loader " + getClass().getClassLoader().getClass().getName());
        lines.add("context "
                + Thread.currentThread().getContextClassLoader().getClass().getName());
        addPath("java.class.path");
        addPath("surefire.test.class.path");
        addPath("jdk.module.path");
        for (String name : List.of(
                "org.junit.Test",
                "org.slf4j.nop.NOPServiceProvider",
                "org.jspecify.annotations.NullMarked",
                "org.junit.jupiter.engine.JupiterTestEngine",
                "classpathmodes.Main")) {
            lines.add(name + " from " + origin(name));
        }
        for (URL manifest : Collections.list(getClass().getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            lines.add("resource " + manifest);
        }
        for (String name : List.of("extra.txt", "classpathmodes/where.txt")) {
            try (InputStream in = getClass().getClassLoader().getResourceAsStream(name)) {
                lines.add(name
                        + (in == null ? " nowhere" : " says " + new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        Path file = Path.of(System.getProperty("record"), getClass().getSimpleName() + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private void addPath(String property) {
        for (String element : System.getProperty(property, "nothing").split(File.pathSeparator)) {
            lines.add(property + " " + element);
        }
    }

    private static String origin(String name) {
        try {
            return String.valueOf(
                    Class.forName(name).getProtectionDomain().getCodeSource().getLocation());
        } catch (ClassNotFoundException e) {
            return "nowhere";
        }
    }
}
