package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Handoff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
    @TempDir
    Path folder;

    @Test
    void withoutAModulePathThereAreNoModuleArguments() {
        assertThat(modules("-Xmx1g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-ea"))
                .isEmpty();
        assertThat(modules()).isEmpty();
    }

    @Test
    void withAModulePathAllThatSetsUpModulesIsTaken() {
        assertThat(modules(
                        "-Xmx1g",
                        "--module-path=/a b/c.jar",
                        "--patch-module=m=/tests",
                        "-Dx=--add-opens=no",
                        "--add-modules=m",
                        "--add-reads=m=ALL-UNNAMED",
                        "--add-opens=m/p=ALL-UNNAMED",
                        "--add-opens=m/q=ALL-UNNAMED",
                        "--add-exports=m/r=n",
                        "--enable-preview"))
                .containsExactly(
                        "--module-path=/a b/c.jar",
                        "--patch-module=m=/tests",
                        "--add-modules=m",
                        "--add-reads=m=ALL-UNNAMED",
                        "--add-opens=m/p=ALL-UNNAMED",
                        "--add-opens=m/q=ALL-UNNAMED",
                        "--add-exports=m/r=n");
    }

    @Test
    void argumentsInTwoPartsAreJoined() {
        assertThat(modules("--module-path", "/a", "--add-opens", "m/p=ALL-UNNAMED", "-ea", "--add-modules"))
                .containsExactly("--module-path=/a", "--add-opens=m/p=ALL-UNNAMED");
    }

    @Test
    void aWorkersNumberIsWhereverThePlaceholderIs() throws IOException {
        Path work = folder.resolve("work dir ${surefire.forkNumber}");
        WorkerCommand command = new WorkerCommand(
                handoff("-Xmx64m \"-Dname=a b ${surefire.forkNumber}\" -Dport=800${surefire.threadNumber}", work),
                folder,
                List.of("/a.jar"),
                true);

        ProcessBuilder process = command.process(7, false, "dump", "booter.tmp", "sys.tmp");

        assertThat(process.command()).contains("-Xmx64m", "-Dname=a b 7", "-Dport=8007");
        assertThat(process.environment()).containsEntry("DB", "db7");
        assertThat(process.directory())
                .isEqualTo(folder.resolve("work dir 7").toFile())
                .isDirectory();
    }

    @Test
    void theUsersArgumentsComeFirstAndSurefiresFourLast() throws IOException {
        WorkerCommand command = new WorkerCommand(handoff("-ea", folder), folder, List.of("/a.jar"), true);

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
        WorkerCommand command = new WorkerCommand(handoff("-ea", folder), folder, List.of("/a.jar"), true);

        assertThat(command.process(1, true, "dump", "b", "s").command()).contains("-Xdebug", "-Xrunjdwp:x");
        assertThat(command.process(2, false, "dump", "b", "s").command()).doesNotContain("-Xdebug", "-Xrunjdwp:x");
    }

    @Test
    void aJvmThatStartsAheadDiffersInItsMainClassAlone() throws IOException {
        Handoff handoff = handoff("-ea", folder);
        WorkerCommand jar = new WorkerCommand(handoff, folder, List.of("/a.jar"), true);
        WorkerCommand file = new WorkerCommand(handoff, folder, List.of("/a.jar"), false);
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
        WorkerCommand command =
                new WorkerCommand(handoff("", folder), folder, List.of("/a b\\c.jar", "/\"quoted\".jar"), false);

        List<String> all = command.process(1, false, "dump", "b", "s").command();

        assertThat(all.get(1)).startsWith("@");
        assertThat(all.get(2)).isEqualTo("org.apache.maven.surefire.booter.ForkedBooter");
        assertThat(Files.readAllLines(Path.of(all.get(1).substring(1))))
                .containsExactly(
                        "\"-classpath\"", "\"/a b\\\\c.jar" + java.io.File.pathSeparator + "/\\\"quoted\\\".jar\"");
    }

    private static List<String> modules(String... arguments) {
        return WorkerCommand.modulePathArguments(List.of(arguments).iterator());
    }

    private static Handoff handoff(String argLine, Path work) {
        return new Handoff(
                "run",
                2,
                1,
                "secret",
                2,
                "secret of the session",
                "g:a",
                "surefire:default-test",
                List.of(),
                "Provider",
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                "/jdk/bin/java",
                argLine,
                "-Xdebug -Xrunjdwp:x",
                work.toString(),
                Map.of("DB", "db${surefire.forkNumber}"),
                Map.of(),
                Path.of("history.tsv"),
                Path.of("run.jsonl"),
                0,
                1,
                false,
                "AUTO",
                false,
                true,
                "",
                false,
                0,
                false,
                new Handoff.Standby(0, work, work, work, 0));
    }
}
