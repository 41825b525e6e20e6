package io.github.surefiremp.plugin.bisect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A module that has the victim among its compiled tests.
 *
 * @param victim with its full name
 */
record TestPlace(MavenProject project, Victim victim) {
    static final String USUAL = "surefire:default-test";

    private static final String PLUGINS = "org.apache.maven.plugins:maven-";
    private static final String CLASS = ".class";

    /**
     * The only one in the session.
     *
     * @throws BisectException if there is none, or several
     */
    static TestPlace of(MavenSession session, Victim asked) throws BisectException, IOException {
        List<TestPlace> found = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            Path classes = Path.of(project.getBuild().getTestOutputDirectory());
            if (!Files.isDirectory(classes)) {
                continue;
            }
            String simple = asked.className().substring(asked.className().lastIndexOf('.') + 1) + CLASS;
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(file -> file.endsWith(simple))
                        .map(file -> fullName(classes.relativize(file)))
                        .filter(asked::isCalled)
                        .sorted()
                        .forEach(name -> found.add(new TestPlace(project, asked.in(name))));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        if (found.isEmpty()) {
            throw new BisectException("-Dtest=" + asked + ": there is no such class among the compiled tests. Check the"
                    + " name, or compile first: mvn test-compile mp:bisect -Dtest=" + asked);
        }
        if (found.size() > 1) {
            throw new BisectException("-Dtest=" + asked + " may be any of "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(place -> place.victim().className() + " in " + place.module())
                                    .toList())
                    + "; write its full name, or choose the module with -pl");
        }
        return found.get(0);
    }

    private static String fullName(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        return name.substring(0, name.length() - CLASS.length());
    }

    String module() {
        return project.getGroupId() + ":" + project.getArtifactId();
    }

    /** Where mp keeps its files of the module. */
    Path folder() {
        return Path.of(project.getBuild().getDirectory()).resolve("mp");
    }

    /** The execution in which it probably runs, by its name: Failsafe's first one, or Surefire's usual one. */
    String likelyExecution() {
        String name = victim.className().substring(victim.className().lastIndexOf('.') + 1);
        boolean isIntegrationTest = name.startsWith("IT") || name.endsWith("IT") || name.endsWith("ITCase");
        return isIntegrationTest
                ? executions("failsafe", "integration-test").stream()
                        .findFirst()
                        .map(id -> "failsafe:" + id)
                        .orElse(USUAL)
                : USUAL;
    }

    /** Whether other tests than those of the execution would run with the same goals. */
    boolean hasOthers(MavenSession session, String execution) {
        return session.getProjects().size() > 1
                || !execution.equals(USUAL)
                || executions("surefire", "test").size() > 1;
    }

    private List<String> executions(String pluginName, String goal) {
        @Nullable Plugin plugin = project.getPlugin(PLUGINS + pluginName + "-plugin");
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains(goal))
                        .map(PluginExecution::getId)
                        .toList();
    }
}
