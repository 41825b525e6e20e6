package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.ProcessFiles;
import io.github.surefiremp.run.HostMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Starts the JVMs that keep shared fixtures: what a worker is started with, but for Surefire's booter.
 *
 * <p>Any thread may call; one at a time starts. Such a JVM ends by itself when the broker is gone that it is for. What
 * it prints goes to a file, because it may outlive the controller, and with it a pipe.
 */
final class HostLauncher implements AutoCloseable {
    private static final long SECONDS_TO_CONNECT = 120;
    private static final long SECONDS_TO_END = 10;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** The scope whose JVM outlives this one. */
    private static final String SESSION = "SESSION";

    private final Handoff handoff;
    private final WorkerCommand command;
    private final Path folder;
    private final Properties systemProperties;
    private final Map<String, String> coordination;
    private final Map<String, Process> hosts = new HashMap<>();

    /**
     * @param folder for the settings of such a JVM
     * @param systemProperties those of a worker without a number
     * @param coordination where the brokers are
     */
    HostLauncher(
            Handoff handoff,
            WorkerCommand command,
            Path folder,
            Properties systemProperties,
            Map<String, String> coordination) {
        this.handoff = handoff;
        this.command = command;
        this.folder = folder;
        this.systemProperties = systemProperties;
        this.coordination = coordination;
    }

    /**
     * Sees to it that there is one.
     *
     * @return why there is none, null if there is one
     */
    synchronized @Nullable String start(String scope) {
        Process known = hosts.get(scope);
        if (known != null && known.isAlive()) {
            return null;
        }
        Path output = output();
        try {
            Path file = ProcessFiles.create(folder, "mp-host", ".tmp");
            store(scope, file);
            Process process = command.host(HostMain.class.getName(), file)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            hosts.put(scope, process);
            return awaitConnection(process, file, output);
        } catch (IOException e) {
            return "the JVM that should keep shared fixtures cannot be started: " + e.getMessage();
        }
    }

    private @Nullable String awaitConnection(Process process, Path file, Path output) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_CONNECT);
        while (Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                Files.deleteIfExists(file);
                return "the JVM that should keep shared fixtures did not start; its output is in " + output;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return null;
    }

    private Path output() {
        return handoff.runFile().toAbsolutePath().resolveSibling("fixtures.log");
    }

    private void store(String scope, Path file) throws IOException {
        Properties properties = new Properties();
        systemProperties
                .stringPropertyNames()
                .forEach(key -> properties.setProperty(HostMain.SYSTEM + key, systemProperties.getProperty(key, "")));
        coordination.forEach(properties::setProperty);
        properties.setProperty("worker", "0");
        properties.setProperty("host", scope);
        BooterFiles.store(properties, file);
    }

    /** Ends those whose broker is gone and that have not ended; the session's stays. */
    @Override
    public synchronized void close() {
        hosts.forEach((scope, process) -> {
            try {
                if (!scope.equals(SESSION) && !process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
    }
}
