package io.github.surefiremp.surefire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The files that Surefire wrote for its one fork, from which those of the workers are made.
 *
 * @param folder where they are
 * @param booter the settings of the fork
 * @param systemProperties the system properties that the fork set on itself
 */
record BooterFiles(Path folder, Properties booter, Properties systemProperties) {
    static final String TEST_CLASS_PATH = "classPathUrl.";
    static final String PROVIDER_CLASS_PATH = "surefireClassPathUrl.";
    private static final String PARALLEL = "parallel";

    /**
     * Finds the files through the command of this JVM: main class or jar, folder, dump name, booter file, file of
     * system properties. Only the folder can hold blanks, so the rest is split off from the end.
     *
     * @param command the value of {@code sun.java.command}
     */
    static BooterFiles find(String command) throws IOException {
        List<String> tail = new ArrayList<>();
        String rest = command;
        for (int i = 0; i < 3; i++) {
            int blank = rest.lastIndexOf(' ');
            if (blank < 0) {
                break;
            }
            tail.add(0, rest.substring(blank + 1));
            rest = rest.substring(0, blank);
            String booterName = tail.size() == 3 ? tail.get(1) : tail.get(tail.size() - 1);
            Path folder = tail.size() < 2 ? null : folderWith(rest, booterName);
            if (folder != null) {
                String properties = tail.size() == 3 ? tail.get(2) : null;
                return new BooterFiles(
                        folder,
                        load(folder.resolve(booterName)),
                        properties == null ? new Properties() : load(folder.resolve(properties)));
            }
        }
        throw new IOException(
                "mp cannot find the files with which Surefire started this JVM; its command is: " + command);
    }

    /** The folder whose path ends the text and which has the file; a path may hold blanks. */
    private static @Nullable Path folderWith(String text, String file) {
        for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
            try {
                Path folder = Path.of(text.substring(blank + 1));
                if (folder.isAbsolute() && Files.isRegularFile(folder.resolve(file))) {
                    return folder;
                }
            } catch (InvalidPathException e) {
                // This blank is inside of a path, and what follows it is none: on Windows "b\\x.jar C:\\y".
            }
        }
        return null;
    }

    /**
     * The same with another class path of the tests.
     *
     * @param elements empty to leave it as it is
     */
    BooterFiles withTestClassPath(List<String> elements) {
        if (elements.isEmpty()) {
            return this;
        }
        Properties changed = copy(booter);
        for (int i = 0; i < testClassPath().size(); i++) {
            changed.remove(TEST_CLASS_PATH + i);
        }
        for (int i = 0; i < elements.size(); i++) {
            changed.setProperty(TEST_CLASS_PATH + i, elements.get(i));
        }
        return new BooterFiles(folder, changed, systemProperties);
    }

    List<String> testClassPath() {
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
     * @param properties what that provider is told; of what the provider of this JVM was told, only parallel could
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
