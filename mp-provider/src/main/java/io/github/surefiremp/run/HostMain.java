package io.github.surefiremp.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The main class of a JVM that keeps shared fixtures, with the tests' class path. */
public final class HostMain {
    /** In the file, starts the name of a system property. */
    public static final String SYSTEM = "system.";

    private static final String HOST = "io.github.surefiremp.coordination.FixtureHost";

    private HostMain() {}

    /**
     * @param arguments a file with system properties and with where the brokers are; it is deleted once the broker
     *     knows of this JVM
     */
    public static void main(String[] arguments) throws Throwable {
        Path file = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Map<String, String> settings = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key, "");
            if (key.startsWith(SYSTEM)) {
                System.setProperty(key.substring(SYSTEM.length()), value);
            } else {
                settings.put(key, value);
            }
        }
        Runnable connected = () -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            Class.forName(HOST).getMethod("run", Map.class, Runnable.class).invoke(null, settings, connected);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
