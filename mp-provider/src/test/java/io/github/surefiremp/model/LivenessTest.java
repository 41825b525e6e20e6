package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivenessTest {
    @Test
    void whoeverRunsIsRunning() {
        assertThat(Liveness.isRunning(ProcessHandle.current())).isTrue();
        assertThat(Liveness.isRunning(ProcessHandle.current().pid())).isTrue();
    }

    @Test
    void aProcessThatEndedIsNotThoughItsParentNeverAsksForItsExitCode() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there are no zombies to be seen here");
        Process parent = new ProcessBuilder(List.of("sh", "-c", "sleep 600 & echo $!; exec sleep 600")).start();
        try {
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(parent.inputReader().readLine()))
                    .orElseThrow();
            // Until the shell has become a program that knows of no child.
            while (!parent.toHandle().info().commandLine().orElse("").contains("sleep 600")
                    || parent.toHandle().info().commandLine().orElse("").contains("echo")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertThat(Liveness.isRunning(child)).isTrue();

            child.destroyForcibly();

            while (Liveness.isRunning(child)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertThat(child.isAlive()).as("it is still there as a zombie").isTrue();
            assertThat(Liveness.isRunning(child.pid())).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }
}
