package io.github.surefiremp.surefire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The files that Surefire wrote for its one fork, from which those of the workers are made.
 *
 * @param folder where they are
 * @param booter the settings of the fork
 * @param systemProperties the system properties that the fork set on itself
 */
public record BooterFiles(Path folder, Properties booter, Properties systemProperties) {
    static final String TEST_CLASS_PATH = "classPathUrl.";
    static final String PROVIDER_CLASS_PATH = "surefireClassPathUrl.";
    private static final String PARALLEL = "parallel";

    /**
     * Reads the files.
     *
     * @param arguments with which Surefire would start its booter: folder, dump name, booter file, and perhaps the file
     *     of system properties
     */
    public static BooterFiles read(List<String> arguments) throws IOException {
        if (arguments.size() < 3) {
            throw new IOException(
                    "mp cannot find the files that Surefire wrote for its fork; the arguments are: " + arguments);
        }
        Path folder = Path.of(arguments.get(0));
        return new BooterFiles(
                folder,
                load(folder.resolve(arguments.get(2))),
                arguments.size() < 4 ? new Properties() : load(folder.resolve(arguments.get(3))));
    }

    /** The settings of the fork with what its provider is told among them. */
    public Map<String, String> settings() {
        Map<String, String> all = new HashMap<>();
        booter.stringPropertyNames().forEach(key -> all.put(key, Objects.requireNonNull(booter.getProperty(key))));
        return all;
    }

    public List<String> testClassPath() {
        return list(TEST_CLASS_PATH);
    }

    List<String> providerClassPath() {
        return list(PROVIDER_CLASS_PATH);
    }

    private List<String> list(String prefix) {
        List<String> list = new ArrayList<>();
        for (String next = booter.getProperty(prefix + 0); next != null; ) {
            list.add(next);
            next = booter.getProperty(prefix + list.size());
        }
        return list;
    }

    /**
     * A copy of the settings with another provider.
     *
     * @param properties what that provider is told; of what the provider of the fork was told, only parallel could
     *     mean something to another one
     */
    Properties booterFor(List<String> providerClassPath, Map<String, String> properties) {
        Properties copy = copy(booter);
        copy.remove(PARALLEL);
        properties.forEach(copy::setProperty);
        for (int i = 0; i < providerClassPath().size(); i++) {
            copy.remove(PROVIDER_CLASS_PATH + i);
        }
        for (int i = 0; i < providerClassPath.size(); i++) {
            copy.setProperty(PROVIDER_CLASS_PATH + i, providerClassPath.get(i));
        }
        return copy;
    }

    static Properties copy(Properties from) {
        Properties copy = new Properties();
        from.stringPropertyNames().forEach(key -> copy.setProperty(key, Objects.requireNonNull(from.getProperty(key))));
        return copy;
    }

    static void store(Properties properties, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
