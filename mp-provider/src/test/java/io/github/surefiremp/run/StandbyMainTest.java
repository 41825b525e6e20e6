package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.standby.Recipe;
import io.github.surefiremp.standby.Standby;
import io.github.surefiremp.standby.StandbyFolder;
import io.github.surefiremp.standby.StandbyProcess;
import io.github.surefiremp.standby.StandbyStarter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, from their start to their end. */
@Timeout(120)
class StandbyMainTest {
    private static final String RUN = ProcessHandle.current().pid() + "-run-1";
    private static final long LONG = TimeUnit.MINUTES.toMillis(2);

    @TempDir
    private Path temp;

    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private Path project = Path.of("");
    private Standby standby;

    @BeforeEach
    void folders() throws IOException {
        project = Files.createDirectory(temp.resolve("project"));
        standby = StandbyFolder.open(temp.resolve("jvms")).leave(RUN, 1);
    }

    @AfterEach
    void end() throws IOException {
        standby.end();
    }

    @Test
    void oneThatNobodyUsesEndsAndLeavesNothing() throws Exception {
        start(1);

        assertItLeavesNothing();
    }

    @Test
    void itEndsWithItsProject() throws Exception {
        start(LONG);
        await(standby::isReady);

        Files.delete(project);

        await(() -> !Files.exists(standby.folder()));
    }

    @Test
    void ctrlCDoesNotEndIt() throws Exception {
        start(LONG);
        await(standby::isReady);
        long pid = standby.pid().orElseThrow();

        signal("INT", pid);

        // It answers after that.
        Process process =
                StandbyProcess.take(standby, List.of("no", "such", "files")).orElseThrow();
        assertThat(process.pid()).isEqualTo(pid);
        process.waitFor();
    }

    @Test
    void aRequestToEndEndsItAtOnce() throws Exception {
        start(LONG);
        await(standby::isReady);
        ProcessHandle process = ProcessHandle.of(standby.pid().orElseThrow()).orElseThrow();

        signal("TERM", process.pid());

        await(() -> !process.isAlive());
        assertItLeavesNothing();
    }

    @Test
    void oneThatIsKilledLeavesNothing() throws Exception {
        start(LONG);
        await(standby::isReady);

        signal("KILL", standby.pid().orElseThrow());

        assertItLeavesNothing();
    }

    @Test
    void oneThatCannotStartLeavesNothing() throws Exception {
        start(LONG, "-XX:NoSuchOption");

        assertItLeavesNothing();
    }

    @Test
    void whoTakesItLearnsItsOutputAndItsExitCode() throws Exception {
        start(LONG);
        await(standby::isReady);

        // Surefire's booter does not find its files.
        Process process = StandbyProcess.take(standby, List.of(temp.toString(), "dump", "no-booter", "no-properties"))
                .orElseThrow();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
        assertThat(StandbyProcess.take(standby, List.of())).isEmpty();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    void whoTakesItLearnsThatItWasKilled() throws Exception {
        start(LONG);
        await(standby::isReady);
        Optional<Process> process = StandbyProcess.take(standby, List.of("x"));

        process.orElseThrow().destroyForcibly();

        assertThat(process.get().waitFor()).isIn(137, 1);
    }

    /** However the users' variables are set. */
    @Test
    void whoTakesItLearnsItsExitCodeWithoutAPath() throws Exception {
        environment.put("PATH", project.toString());
        start(LONG);
        await(standby::isReady);

        Process process = StandbyProcess.take(standby, List.of("x")).orElseThrow();

        assertThat(process.waitFor()).isEqualTo(1);
    }

    private void assertItLeavesNothing() {
        await(() -> !Files.exists(standby.folder()));
        assertThat(temp.resolve("jvms")).isEmptyDirectory();
    }

    private void start(long idleMillis, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), StandbyMain.class.getName()));
        standby.write(new Recipe(
                project,
                temp,
                "g:a",
                "surefire:default-test",
                0,
                "00000000-0000-0000-0000-000000000000",
                idleMillis,
                1,
                1,
                Map.of(),
                command,
                environment,
                temp,
                Map.of(),
                true));
        StandbyStarter.start(standby);
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("it takes too long");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
