package io.github.surefiremp.standby;

import io.github.surefiremp.model.PrivateFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a standby JVM is started with. It travels in a file that only the user can read, because it holds a secret and
 * the environment of the tests.
 *
 * @param project the folder of the module; without it the JVM ends
 * @param root the folder of the whole build
 * @param module groupId:artifactId
 * @param execution plugin and execution id
 * @param number the worker that it may become; 0 for any
 * @param secret what a client sends first
 * @param idleMillis how long it waits
 * @param memory what it may need, in bytes
 * @param most how many there may be for the whole build
 * @param match what must be the same when it is handed out
 * @param command java with all arguments up to the main class
 * @param environment the whole environment
 * @param directory the working directory
 * @param properties system properties that must be set before anything is loaded
 * @param assertions whether assertions are enabled
 */
public record Recipe(
        Path project,
        Path root,
        String module,
        String execution,
        int number,
        String secret,
        long idleMillis,
        long memory,
        int most,
        Map<String, String> match,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Map<String, String> properties,
        boolean assertions) {
    private static final String COMMAND = "command.";
    private static final String MATCH = "match.";
    private static final String ENVIRONMENT = "environment.";
    private static final String PROPERTIES = "property.";

    /** Whether both are for the same tests. */
    public boolean isForTheTestsOf(Recipe other) {
        return isFor(other.project, other.module, other.execution);
    }

    /** Whether it is for the tests of this execution. */
    public boolean isFor(Path inProject, String ofModule, String ofExecution) {
        return project.equals(inProject) && module.equals(ofModule) && execution.equals(ofExecution);
    }

    void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("project", project.toString());
        values.setProperty("root", root.toString());
        values.setProperty("module", module);
        values.setProperty("execution", execution);
        values.setProperty("number", Integer.toString(number));
        values.setProperty("secret", secret);
        values.setProperty("idleMillis", Long.toString(idleMillis));
        values.setProperty("memory", Long.toString(memory));
        values.setProperty("most", Integer.toString(most));
        values.setProperty("directory", directory.toString());
        values.setProperty("assertions", Boolean.toString(assertions));
        for (int i = 0; i < command.size(); i++) {
            values.setProperty(COMMAND + i, command.get(i));
        }
        match.forEach((key, value) -> values.setProperty(MATCH + key, value));
        environment.forEach((key, value) -> values.setProperty(ENVIRONMENT + key, value));
        properties.forEach((key, value) -> values.setProperty(PROPERTIES + key, value));
        PrivateFiles.create(file);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            values.store(writer, null);
        }
    }

    static Recipe read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties values = new Properties();
            values.load(reader);
            List<String> command = new ArrayList<>();
            for (String next = values.getProperty(COMMAND + 0); next != null; ) {
                command.add(next);
                next = values.getProperty(COMMAND + command.size());
            }
            return new Recipe(
                    Path.of(get(values, "project")),
                    Path.of(get(values, "root")),
                    get(values, "module"),
                    get(values, "execution"),
                    Integer.parseInt(get(values, "number")),
                    get(values, "secret"),
                    Long.parseLong(get(values, "idleMillis")),
                    Long.parseLong(get(values, "memory")),
                    Integer.parseInt(get(values, "most")),
                    map(values, MATCH),
                    command,
                    map(values, ENVIRONMENT),
                    Path.of(get(values, "directory")),
                    map(values, PROPERTIES),
                    Boolean.parseBoolean(get(values, "assertions")));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static String get(Properties values, String key) {
        return Objects.requireNonNull(values.getProperty(key), () -> "no " + key);
    }

    private static Map<String, String> map(Properties values, String prefix) {
        Map<String, String> map = new TreeMap<>();
        for (String key : values.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                map.put(key.substring(prefix.length()), get(values, key));
            }
        }
        return map;
    }
}
