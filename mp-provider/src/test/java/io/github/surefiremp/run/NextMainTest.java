package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, from their start to their end. */
@Timeout(120)
class NextMainTest {
    /** Neither has begun its end before the JVM has taken care of signals. */
    private static final String LOADS = "class,load] org.apache.maven.surefire.";

    /** The last ones of the list, with any version. */
    private static final String ALL_LOADED =
            "class,load] org.apache.maven.surefire.booter.spi.AbstractMasterProcessChannelProcessorFactory$2 ";

    /** The JVM's own, of the thread that calls the handler; it has been looked up by then. */
    private static final String HANDLES_SIGNAL = "class,load] jdk.internal.misc.Signal$1 ";

    private static final int SIGINT = 2;

    @TempDir
    private Path temp;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void itEndsWithWhoeverStartedIt() throws Exception {
        Process process = start();

        process.getOutputStream().close();

        assertThat(process.waitFor()).isZero();
    }

    @Test
    void halfASentenceIsNone() throws Exception {
        Process process = start();

        try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
            out.writeInt(2);
            out.writeUTF("one of two");
        }

        assertThat(process.waitFor()).isZero();
    }

    @Test
    void itBecomesSurefiresFork() throws Exception {
        Process process = start();

        NextMain.tell(process.getOutputStream(), "shown", noSuchFiles());

        // Surefire's booter does not find its files.
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void ctrlCDoesNotEndIt() throws Exception {
        Assumptions.assumeFalse(interruptsAreIgnored(), "a build in the background hands that on to what it starts");
        Process process = start("-Xlog:class+load");
        read(process, LOADS);

        signal("INT", process);
        read(process, HANDLES_SIGNAL);

        NextMain.tell(process.getOutputStream(), "shown", noSuchFiles());
        read(process, null);
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aRequestToEndEndsItAtOnce() throws Exception {
        Process process = start("-Xlog:class+load");
        read(process, LOADS);

        signal("TERM", process);

        read(process, null);
        assertThat(process.waitFor()).isEqualTo(143);
    }

    /** Else a test would not find the JVM as it finds a new one. */
    @Test
    void noCodeOfWhatItLoadsRuns() throws Exception {
        Process process = start("-Xlog:class+load,class+init");

        List<String> log = read(process, ALL_LOADED);

        assertThat(log)
                .anyMatch(line -> line.contains("class,load] org.junit.jupiter.engine."))
                .anyMatch(line -> line.contains("Initializing 'io/github/surefiremp/run/NextMain'"))
                .noneMatch(line -> line.contains("Initializing 'org/"))
                .noneMatch(line -> line.contains("Initializing 'java/util/logging/"));
    }

    /** A JVM that is started so leaves it at that, and would wait here for ever. */
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).trim(), 16))
                .anyMatch(ignored -> (ignored & 1L << SIGINT - 1) != 0);
    }

    private List<String> noSuchFiles() {
        return List.of(temp.toString(), "dump", "no-booter", "no-properties");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), NextMain.class.getName()));
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        processes.add(process);
        return process;
    }

    /**
     * What it prints.
     *
     * @param until up to a line with that; null: up to the end
     */
    private static List<String> read(Process process, @Nullable String until) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (until != null && line.contains(until)) {
                return lines;
            }
        }
        assertThat(until).as("a line in %s", lines).isNull();
        return lines;
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
