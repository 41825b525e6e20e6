package io.github.surefiremp.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {
    @TempDir
    private Path folder;

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(Map.of("TOKEN", "very secret", "LANG", "C"));
    private final List<String> classPath = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>(Map.of("user.timezone", "UTC"));
    private final Map<String, String> others = new HashMap<>(Map.of("provider", "P"));
    private Path jar = Path.of("");
    private Path agent = Path.of("");
    private Path directory = Path.of("");

    @BeforeEach
    void files() throws IOException {
        directory = folder;
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.createDirectories(folder.resolve("jdk/lib"));
        Files.writeString(folder.resolve("jdk/bin/java"), "java");
        Files.writeString(folder.resolve("jdk/lib/modules"), "17");
        Files.createDirectories(folder.resolve("classes"));
        jar = Files.writeString(folder.resolve("a.jar"), "a");
        agent = Files.writeString(folder.resolve("agent.jar"), "agent");
        command.addAll(List.of(
                folder.resolve("jdk/bin/java").toString(),
                "-Xmx64m",
                "-javaagent:" + folder.resolve("agent.jar") + "=x=y"));
        classPath.addAll(List.of(jar.toString(), folder.resolve("classes").toString(), folder + "/missing"));
    }

    @Test
    void nothingChangedIsNoDifference() {
        assertThat(Match.difference(match(), match())).isEmpty();
    }

    @Test
    void whatTestsAreCompiledToMakesNoDifference() throws IOException {
        Map<String, String> before = match();

        Files.writeString(folder.resolve("classes/ATest.class"), "new");
        Files.setLastModifiedTime(folder.resolve("classes"), FileTime.fromMillis(0));

        assertThat(Match.difference(before, match())).isEmpty();
    }

    @Test
    void howMavenWasCalledMakesNoDifference() {
        Map<String, String> before = match();

        environment.putAll(Map.of("MAVEN_CMD_LINE_ARGS", " verify", "_", "/bin/mvn", "SHLVL", "3", "OLDPWD", "/"));

        assertThat(Match.difference(before, match())).isEmpty();
    }

    @Test
    void aJarOfAnotherSize() throws IOException {
        Map<String, String> before = match();
        FileTime time = Files.getLastModifiedTime(jar);

        Files.writeString(jar, "longer");
        Files.setLastModifiedTime(jar, time);

        assertThat(difference(before))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("class path element 1 was '" + jar + " (1 bytes")
                        .contains("is '" + jar + " (6 bytes"));
    }

    @Test
    void aJarOfAnotherTime() throws IOException {
        Map<String, String> before = match();

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));

        assertThat(difference(before))
                .hasValueSatisfying(text -> assertThat(text).startsWith("class path element 1 was"));
    }

    @Test
    void aJarThatIsNew() {
        Map<String, String> before = match();

        classPath.add("b.jar");

        assertThat(difference(before)).contains("class path element 4 is new");
    }

    @Test
    void aFolderThatWasNotThere() throws IOException {
        Map<String, String> before = match();

        Files.createDirectory(folder.resolve("missing"));

        assertThat(difference(before))
                .contains("class path element 3 was '" + folder + "/missing (not there)' and is '" + folder
                        + "/missing (a folder)'");
    }

    @Test
    void anotherArgument() {
        Map<String, String> before = match();

        command.set(1, "-Xmx65m");

        assertThat(difference(before)).contains("argument 1 was '-Xmx64m' and is '-Xmx65m'");
    }

    @Test
    void anotherAgentOfTheSameName() throws IOException {
        Map<String, String> before = match();

        Files.writeString(agent, "another agent");

        assertThat(difference(before))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("argument 2 was").contains("(13 bytes"));
    }

    @Test
    void anotherOneOfSeveralJarsOfAnArgument() throws IOException {
        command.add("-Xbootclasspath/a:" + jar + File.pathSeparator + agent);
        Map<String, String> before = match();

        Files.writeString(agent, "another agent");

        command.remove(2);
        before.remove("argument 2");
        assertThat(before.get("argument 3")).contains("a.jar (1 bytes").contains("agent.jar (5 bytes");
        assertThat(match().get("argument 2")).contains("a.jar (1 bytes").contains("agent.jar (13 bytes");
    }

    @Test
    void anotherJdkInTheSamePlace() throws IOException {
        Map<String, String> before = match();

        Files.writeString(folder.resolve("jdk/lib/modules"), "17.0.1");

        assertThat(difference(before))
                .hasValueSatisfying(text -> assertThat(text).startsWith("JDK was"));
    }

    @Test
    void anotherVariableOfTheEnvironmentWithoutItsValue() {
        Map<String, String> before = match();

        environment.put("TOKEN", "another secret");

        assertThat(difference(before)).contains("environment variable TOKEN differs");
        assertThat(before.toString()).doesNotContain("very secret");
    }

    @Test
    void anotherFolderOfTheSameName() throws IOException {
        directory = Files.createDirectory(folder.resolve("work"));
        Map<String, String> before = match();

        Files.move(directory, folder.resolve("moved"));
        Files.createDirectory(directory);

        assertThat(difference(before))
                .hasValueSatisfying(text -> assertThat(text).startsWith("working directory was '" + directory));
    }

    @Test
    void aVariableThatIsGone() {
        Map<String, String> before = match();

        environment.remove("LANG");

        assertThat(difference(before)).contains("environment variable LANG is gone");
    }

    @Test
    void aSystemPropertyThatIsReadEarly() {
        Map<String, String> before = match();

        properties.put("user.timezone", "CET");

        assertThat(difference(before)).contains("system property user.timezone was 'UTC' and is 'CET'");
    }

    @Test
    void anythingElseThatIsNamed() {
        Map<String, String> before = match();

        others.put("provider", "Q");

        assertThat(difference(before)).contains("provider was 'P' and is 'Q'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.logging.manager",
                "java.io.tmpdir",
                "javax.net.ssl.trustStore",
                "jdk.tls.client.protocols",
                "user.language",
                "file.encoding",
                "junit.jupiter.extensions.autodetection.enabled"
            })
    void whatTheJdkAndJUnitReadMustBeThereFirst(String property) {
        assertThat(Match.isReadEarly(property)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "variant", "mp.worker", "surefire.forkNumber", "basedir", "spring.profiles.active"})
    void whatOnlyTestsReadIsSetWithTheHandOut(String property) {
        assertThat(Match.isReadEarly(property)).isFalse();
    }

    private Optional<String> difference(Map<String, String> before) {
        return Match.difference(before, match());
    }

    private Map<String, String> match() {
        return Match.of(command, environment, directory, classPath, properties, others);
    }
}
