package jvmsettings;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Writes down what a test sees of its JVM, with the worker's number as N. */
abstract class Base {
    private final String number = System.getProperty("mp.worker", "1");

    @Test
    void records() throws IOException {
        List<String> lines = new ArrayList<>();
        String started = System.getenv("STARTED");
        lines.add("started by "
                + started.replaceFirst("-" + ProcessHandle.current().pid() + "$", " itself"));
        lines.add("assertions " + getClass().desiredAssertionStatus());
        lines.add("directory " + Path.of("").toAbsolutePath().getFileName());
        lines.add("arguments " + ManagementFactory.getRuntimeMXBean().getInputArguments());
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        properties.forEach((key, value) -> lines.add("property " + key + "=" + value));
        new TreeMap<>(System.getenv()).forEach((key, value) -> lines.add("variable " + key + "=" + value));
        Path file = Path.of(
                System.getProperty("record"),
                System.getProperty("execution", "?") + "-" + getClass().getSimpleName() + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, lines.stream().map(this::withoutNumber).toList());
    }

    private String withoutNumber(String line) {
        return line.replaceAll("(?<=variable |work |with |=[fu]|=old )" + number + "$", "N");
    }
}
