package io.github.surefiremp.standby;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a JVM and the worker that it shall become must have in common, as names and values that can be compared
 * later. Nothing secret is in the values.
 */
public final class Match {
    /** They only tell how Maven was called, and differ between {@code mvn test} and {@code mvn verify}. */
    private static final Set<String> OF_THE_CALL = Set.of("_", "MAVEN_CMD_LINE_ARGS", "OLDPWD", "SHLVL");

    /** Arguments that name a file, after which a path follows. */
    private static final List<String> WITH_FILE = List.of("-javaagent:", "-agentpath:", "@");

    /** Several paths follow. */
    private static final String WITH_FILES = "-Xbootclasspath/a:";

    /** What the JDK and JUnit may look at when they are loaded; all others nobody reads before the tests run. */
    private static final List<String> READ_EARLY = List.of(
            "java",
            "jdk.",
            "sun.",
            "com.sun.",
            "com.ibm.",
            "user.",
            "file.",
            "line.",
            "path.",
            "os.",
            "native.",
            "stdout.",
            "stderr.",
            "stdin.",
            "http",
            "ftp.",
            "socks",
            "networkaddress.",
            "awt.",
            "swing.",
            "jna.",
            "junit.",
            "org.junit.");

    private final Map<String, String> values = new TreeMap<>();

    private Match() {}

    /**
     * What there is now.
     *
     * @param command java and the arguments of the JVM without the class path
     * @param environment the whole environment
     * @param directory the working directory
     * @param classPath what is loaded from; of a folder only that it is one
     * @param properties system properties that are set before anything is loaded
     * @param others further names and values
     */
    public static Map<String, String> of(
            List<String> command,
            Map<String, String> environment,
            Path directory,
            List<String> classPath,
            Map<String, String> properties,
            Map<String, String> others) {
        Match match = new Match();
        match.values.putAll(others);
        match.command(command, directory);
        environment.forEach((name, value) -> {
            if (!OF_THE_CALL.contains(name)) {
                match.values.put("environment variable " + name, digest(value));
            }
        });
        match.values.put("working directory", directory + key(directory));
        for (int i = 0; i < classPath.size(); i++) {
            match.values.put("class path element " + (i + 1), file(directory.resolve(classPath.get(i))));
        }
        properties.forEach((name, value) -> match.values.put("system property " + name, value));
        return match.values;
    }

    /** What differs first, in words; empty if nothing does. */
    public static Optional<String> difference(Map<String, String> kept, Map<String, String> now) {
        Set<String> names = new TreeSet<>(kept.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String before = kept.get(name);
            String after = now.get(name);
            if (before == null) {
                return Optional.of(name + " is new");
            }
            if (after == null) {
                return Optional.of(name + " is gone");
            }
            if (!before.equals(after)) {
                return Optional.of(
                        name.startsWith("environment ")
                                ? name + " differs"
                                : name + " was '" + before + "' and is '" + after + "'");
            }
        }
        return Optional.empty();
    }

    /** Whether a system property must be set before anything is loaded to have the effect that it has in a new JVM. */
    public static boolean isReadEarly(String property) {
        return READ_EARLY.stream().anyMatch(property::startsWith);
    }

    private void command(List<String> command, Path directory) {
        Path java = directory.resolve(command.get(0));
        values.put("java", file(java));
        Path bin = java.getParent();
        if (bin != null && bin.getParent() != null) {
            values.put("JDK", file(bin.resolveSibling("lib").resolve("modules")));
        }
        for (int i = 1; i < command.size(); i++) {
            values.put("argument " + i, command.get(i) + named(command.get(i), directory));
        }
        values.put("arguments", Integer.toString(command.size() - 1));
    }

    private static String named(String argument, Path directory) {
        if (argument.startsWith(WITH_FILES)) {
            StringBuilder files = new StringBuilder();
            for (String path : argument.substring(WITH_FILES.length()).split(File.pathSeparator)) {
                files.append(' ').append(file(directory.resolve(path)));
            }
            return files.toString();
        }
        for (String prefix : WITH_FILE) {
            if (argument.startsWith(prefix)) {
                String path = argument.substring(prefix.length());
                int options = path.indexOf('=');
                return " " + file(directory.resolve(options < 0 ? path : path.substring(0, options)));
            }
        }
        return "";
    }

    /** A file with size and time; compiling changes what is in folders, but nobody loads that before the hand-out. */
    private static String file(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? path + " (a folder)"
                    : path + " (" + attributes.size() + " bytes, " + attributes.lastModifiedTime() + ")";
        } catch (IOException e) {
            return path + " (not there)";
        }
    }

    /** Tells a folder from another one that has taken its name; where the JVM is, is still the old one. */
    private static String key(Path folder) {
        try {
            return " " + Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return "";
        }
    }

    private static String digest(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
