package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.archive.Head;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Handoffs;
import io.github.surefiremp.surefire.fork.Fork;
import io.github.surefiremp.surefire.fork.JavaArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
    private static final Fork FORK = new Fork(
            List.of(),
            Map.of("DB", "db${surefire.forkNumber}", "LANG", "C", "PWD", "/started/here", "OLDPWD", "/elsewhere"),
            "/started/here");

    @TempDir
    Path folder;

    @Test
    void withoutAModulePathThereAreNoModuleArguments() throws IOException {
        WorkerCommand command = command("", List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"), false);

        assertThat(command.isModular()).isFalse();
        assertThat(arguments(command)).startsWith("\"-classpath\"");
    }

    @Test
    void withAModulePathAllThatSetsUpModulesIsTaken() throws IOException {
        WorkerCommand command = command("", List.of("--module-path=/a b/c.jar", "--add-reads=m=ALL-UNNAMED"), true);

        assertThat(command.isModular()).isTrue();
        assertThat(arguments(command))
                .startsWith("\"--module-path=/a b/c.jar\"", "\"--add-reads=m=ALL-UNNAMED\"", "\"-classpath\"");
    }

    @Test
    void testsThatComputeLittleAreCompiledQuicklyUnlessTheUserDebugs() throws IOException {
        Files.createDirectories(folder.resolve("lib/server"));
        Handoff handoff = handoff(folder.resolve("bin/java").toString(), "-ea", "", folder);
        WorkerCommand brief =
                new WorkerCommand(handoff, FORK, List.of(), folder, List.of("/a.jar"), Optional.empty(), true, true);
        Handoff debugged = handoff(folder.resolve("bin/java").toString(), "-ea", "-Xdebug", folder);
        WorkerCommand slow =
                new WorkerCommand(debugged, FORK, List.of(), folder, List.of("/a.jar"), Optional.empty(), true, true);

        assertThat(brief.jvm(1)).endsWith("-XX:TieredStopAtLevel=1", "-ea");
        assertThat(slow.jvm(1)).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void theEnvironmentIsThatOfSurefiresFork() throws IOException {
        ProcessBuilder process = command("", List.of(), true).process(7, false, "dump", "b", "s");

        assertThat(process.environment())
                .isEqualTo(Map.of("DB", "db7", "LANG", "C", "PWD", folder.toString(), "OLDPWD", "/elsewhere"));
    }

    @Test
    void whatAllAreStartedFromIsRemovedAtTheEnd() throws IOException {
        WorkerCommand command = command("", List.of(), true);
        Path jar = Path.of(command.process(1, false, "dump", "b", "s").command().get(2));
        assertThat(jar).isRegularFile();

        command.close();

        assertThat(jar).doesNotExist();
    }

    @Test
    void aWorkersNumberIsWhereverThePlaceholderIs() throws IOException {
        Path work = folder.resolve("work dir ${surefire.forkNumber}");
        WorkerCommand command = new WorkerCommand(
                handoff("-Xmx64m \"-Dname=a b ${surefire.forkNumber}\" -Dport=800${surefire.threadNumber}", work),
                FORK,
                List.of(),
                folder,
                List.of("/a.jar"),
                Optional.empty(),
                true,
                false);

        ProcessBuilder process = command.process(7, false, "dump", "booter.tmp", "sys.tmp");

        assertThat(process.command()).contains("-Xmx64m", "-Dname=a b 7", "-Dport=8007");
        assertThat(process.environment()).containsEntry("DB", "db7");
        assertThat(process.directory())
                .isEqualTo(folder.resolve("work dir 7").toFile())
                .isDirectory();
    }

    @Test
    void theUsersArgumentsComeFirstAndSurefiresFourLast() throws IOException {
        WorkerCommand command = command("-ea", List.of(), true);

        List<String> all =
                command.process(1, false, "dump", "booter.tmp", "sys.tmp").command();

        assertThat(all.get(0)).isEqualTo("/jdk/bin/java");
        assertThat(all.get(1)).isEqualTo("-ea");
        assertThat(all.get(2)).isEqualTo("-jar");
        assertThat(Path.of(all.get(3))).isRegularFile();
        assertThat(all.subList(4, all.size())).containsExactly(folder.toString(), "dump", "booter.tmp", "sys.tmp");
    }

    @Test
    void onlyOneWorkerWaitsForTheDebugger() throws IOException {
        WorkerCommand command = command("-ea", List.of(), true);

        assertThat(command.process(1, true, "dump", "b", "s").command()).contains("-Xdebug", "-Xrunjdwp:x");
        assertThat(command.process(2, false, "dump", "b", "s").command()).doesNotContain("-Xdebug", "-Xrunjdwp:x");
    }

    @Test
    void aJvmThatStartsAheadDiffersInItsMainClassAlone() throws IOException {
        WorkerCommand jar = command("-ea", List.of(), true);
        WorkerCommand file = command("-ea", List.of(), false);
        List<String> fromJar = jar.process(1, false, "d", "b", "s").command();
        List<String> fromFile = file.process(1, false, "d", "b", "s").command();

        assertThat(jar.ahead("Main").command())
                .containsExactly("/jdk/bin/java", "-ea", "-classpath", fromJar.get(3), "Main");
        assertThat(jar.shown()).isEqualTo(fromJar.get(3));
        assertThat(file.ahead("Main").command()).containsExactly("/jdk/bin/java", "-ea", fromFile.get(2), "Main");
        assertThat(file.shown()).isEqualTo(fromFile.get(3)).endsWith(".ForkedBooter");
    }

    @Test
    void withoutAManifestJarTheClassPathGoesIntoAnArgumentFile() throws IOException {
        WorkerCommand command = new WorkerCommand(
                handoff("", folder),
                FORK,
                List.of(),
                folder,
                List.of("/a b\\c.jar", "/\"quoted\".jar"),
                Optional.empty(),
                false,
                false);

        List<String> all = command.process(1, false, "dump", "b", "s").command();

        assertThat(all.get(1)).startsWith("@");
        assertThat(all.get(2)).isEqualTo("org.apache.maven.surefire.booter.ForkedBooter");
        assertThat(Files.readAllLines(Path.of(all.get(1).substring(1))))
                .containsExactly(
                        "\"-classpath\"", "\"/a b\\\\c.jar" + java.io.File.pathSeparator + "/\\\"quoted\\\".jar\"");
    }

    @Test
    void withAnArchiveItsJarsAreOnTheClassPathItself() throws IOException {
        WorkerArchive.Usable archive = new WorkerArchive.Usable(
                Path.of("/archive.jsa"),
                new Head(List.of("/booter.jar", "/junit.jar"), List.of("/classes"), List.of("/classes", "/b.jar")));
        String separator = java.io.File.pathSeparator;
        String archived = "-XX:SharedArchiveFile=/archive.jsa";
        String silent = "-Xlog:cds*=off";

        WorkerCommand jar = command(archive, true);
        List<String> fromJar = jar.process(1, false, "d", "b", "s").command();
        assertThat(fromJar.subList(1, 4)).containsExactly(archived, silent, "-classpath");
        assertThat(fromJar.get(4)).startsWith("/booter.jar" + separator + "/junit.jar" + separator);
        assertThat(fromJar.get(5)).isEqualTo(jar.shown()).endsWith(".ForkedBooter");
        Path manifest = Path.of(fromJar.get(4).split(separator)[2]);
        assertThat(WorkerClassPath.of(JavaArguments.parse(List.of("-jar", manifest.toString(), "Main"), Map.of())))
                .containsExactly("/classes", "/b.jar");
        assertThat(jar.ahead("Main").command())
                .containsExactly("/jdk/bin/java", archived, silent, "-classpath", fromJar.get(4), "Main");
        assertThat(jar.detached(1, "Main", folder).command()).contains(archived).endsWith("Main");
        assertThat(jar.jvm(1)).containsExactly("/jdk/bin/java");

        WorkerCommand file = command(archive, false);
        List<String> fromFile = file.process(1, false, "d", "b", "s").command();
        assertThat(fromFile.subList(1, 3)).containsExactly(archived, silent);
        assertThat(Files.readAllLines(Path.of(fromFile.get(3).substring(1))))
                .contains("\"" + String.join(separator, "/booter.jar", "/junit.jar", "/classes", "/b.jar") + "\"");
        assertThat(file.shown()).endsWith(".ForkedBooter");
    }

    private WorkerCommand command(WorkerArchive.Usable archive, boolean manifestJar) throws IOException {
        return new WorkerCommand(
                handoff("", folder),
                FORK,
                List.of(),
                folder,
                List.of("/booter.jar", "/classes", "/junit.jar", "/b.jar"),
                Optional.of(archive),
                manifestJar,
                false);
    }

    private WorkerCommand command(String argLine, List<String> modules, boolean manifestJar) throws IOException {
        return new WorkerCommand(
                handoff(argLine, folder),
                FORK,
                modules,
                folder,
                List.of("/a.jar"),
                Optional.empty(),
                manifestJar,
                false);
    }

    /** What is in the argument file. */
    private static List<String> arguments(WorkerCommand command) throws IOException {
        String file = command.process(1, false, "dump", "b", "s").command().get(1);
        return Files.readAllLines(Path.of(file.substring(1)));
    }

    private static Handoff handoff(String argLine, Path work) {
        return handoff("/jdk/bin/java", argLine, "-Xdebug -Xrunjdwp:x", work);
    }

    private static Handoff handoff(String java, String argLine, String debugLine, Path work) {
        return Handoffs.with(
                work,
                Map.of(
                        "java", java,
                        "argLine", argLine,
                        "debugLine", debugLine,
                        "environment.DB", "db${surefire.forkNumber}"));
    }
}
