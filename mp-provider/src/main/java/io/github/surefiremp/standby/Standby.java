package io.github.surefiremp.standby;

import io.github.surefiremp.model.Liveness;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One standby JVM through its life: a recipe that was left, a process that warms up, one that waits, one that is used.
 * All of it is in files of one folder, so that any process of the user can tell.
 *
 * <p>The file {@code process} exists while it waits. Whoever takes or ends the JVM renames it first, so that only one
 * does; and so does its shell when it has ended by itself, to remove the folder.
 */
public final class Standby {
    /** Longer no JVM starts. */
    private static final long MOST_MILLIS_TO_START = TimeUnit.MINUTES.toMillis(1);

    /** The time at which a process started is told a little differently when the system's clock is set. */
    private static final long CLOCK_TOLERANCE_MILLIS = 2_000;

    /** One for each change that somebody else can make meanwhile would do. */
    private static final int MOST_TRIES = 20;

    private static final String PID = "pid";
    private static final String START = "start";
    private static final String PORT = "port";

    private final Path folder;

    /** What has become of it. */
    enum State {
        /** A recipe that nobody has started. */
        LEFT,
        /** A process that cannot be used yet. */
        WARMING,
        /** A process that waits. */
        READY,
        /** A worker. */
        USED,
        /** There is no process any more. */
        GONE
    }

    Standby(Path folder) {
        this.folder = folder;
    }

    static Standby create(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new Standby(folder);
    }

    /** The folder with all its files. */
    public Path folder() {
        return folder;
    }

    /** Where its native standard output goes. */
    Path output() {
        return folder.resolve("out");
    }

    /** Where its native error output goes. */
    Path errors() {
        return folder.resolve("err");
    }

    /** Holds the exit code once the process has ended. */
    Path exit() {
        return folder.resolve("exit");
    }

    /** Stores the recipe. */
    public void write(Recipe recipe) throws IOException {
        recipe.write(folder.resolve("recipe"));
    }

    /** The recipe; once it is started, without what only the start needs. */
    public Recipe recipe() throws IOException {
        return Recipe.read(folder.resolve("recipe"));
    }

    boolean isOf(String run) {
        return String.valueOf(folder.getFileName()).startsWith(run + "-w");
    }

    State state() {
        Optional<Properties> waiting = read("process");
        if (waiting.isPresent()) {
            return alive(waiting.get()).isEmpty() ? State.GONE : port(waiting.get()) > 0 ? State.READY : State.WARMING;
        }
        Optional<Properties> used = read("claimed");
        if (used.isPresent()) {
            return alive(used.get()).isPresent() ? State.USED : State.GONE;
        }
        if (Files.exists(folder.resolve("started"))) {
            boolean young = System.currentTimeMillis() - startedMillis() < MOST_MILLIS_TO_START;
            return young && !Files.exists(exit()) ? State.WARMING : State.GONE;
        }
        String name = String.valueOf(folder.getFileName());
        try {
            long maven = Long.parseLong(name.substring(0, Math.max(0, name.indexOf('-'))));
            return Liveness.isRunning(maven) ? State.LEFT : State.GONE;
        } catch (NumberFormatException e) {
            return State.GONE;
        }
    }

    /** Whether it can be handed out now. */
    public boolean isReady() {
        return state() == State.READY;
    }

    /** When it was started. */
    public long startedMillis() {
        try {
            return Files.getLastModifiedTime(folder.resolve("started")).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /** The process id; empty if it is not known yet. */
    public Optional<Long> pid() {
        return read("process").or(() -> read("claimed")).map(Standby::pid);
    }

    /** Told by the starting side. */
    void started() throws IOException {
        Files.createFile(folder.resolve("started"));
        // The rest of the recipe is only for the start, and may hold secrets.
        Recipe all = recipe();
        write(new Recipe(
                all.project(),
                all.root(),
                all.module(),
                all.execution(),
                all.number(),
                all.secret(),
                all.idleMillis(),
                all.memory(),
                all.most(),
                all.match(),
                List.of(),
                Map.of(),
                all.directory(),
                all.properties(),
                all.assertions()));
    }

    /**
     * Told by the JVM itself.
     *
     * @param port where it waits, 0 while it warms up
     */
    public void runs(int port) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Properties values = new Properties();
        values.setProperty(PID, Long.toString(self.pid()));
        values.setProperty(START, Long.toString(startOf(self)));
        values.setProperty(PORT, Integer.toString(port));
        Path file = Files.createTempFile(folder, "process", null);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            values.store(writer, null);
        }
        if (port > 0 && !Files.exists(folder.resolve("process"))) {
            throw new IOException("somebody has ended this JVM");
        }
        Files.move(file, folder.resolve("process"), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Makes it ours, so that nobody else takes or ends it.
     *
     * @return where it waits; empty if somebody was faster or it does not wait
     */
    Optional<Claim> claim() throws IOException {
        Path claimed = folder.resolve("claimed");
        try {
            Files.move(folder.resolve("process"), claimed, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Optional<Properties> values = read("claimed");
        Optional<ProcessHandle> process = values.flatMap(Standby::alive);
        return process.map(handle -> new Claim(this, handle, port(values.orElseThrow())));
    }

    /**
     * Ends it if it waits or warms up. Its shutdown hooks do not run, because nothing that they would write is of use.
     *
     * @return false if somebody uses it
     */
    public boolean end() throws IOException {
        Optional<Claim> claim = claim();
        if (claim.isEmpty() && state() == State.USED) {
            return false;
        }
        claim.ifPresent(Claim::kill);
        // One that has only just been started finds nothing and ends by itself.
        delete();
        return true;
    }

    /** Removes all its files, also those that are written meanwhile: the shell of a JVM that ends writes two. */
    public void delete() throws IOException {
        for (int tries = 1; !deleteOnce(); tries++) {
            if (tries == MOST_TRIES) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
    }

    private boolean deleteOnce() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    private Optional<Properties> read(String name) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8)) {
            values.load(reader);
            // Numbers that are none tell of no process.
            return pid(values) > 0 && port(values) >= 0 && start(values) >= 0 ? Optional.of(values) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long pid(Properties values) {
        return Long.parseLong(values.getProperty(PID, "0"));
    }

    private static int port(Properties values) {
        return Integer.parseInt(values.getProperty(PORT, "0"));
    }

    private static long start(Properties values) {
        return Long.parseLong(values.getProperty(START, "0"));
    }

    private static Optional<ProcessHandle> alive(Properties values) {
        long start = start(values);
        return ProcessHandle.of(pid(values))
                .filter(Liveness::isRunning)
                .filter(handle -> Math.abs(startOf(handle) - start) <= CLOCK_TOLERANCE_MILLIS);
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /**
     * A JVM that is ours.
     *
     * @param port where it waits, 0 if it still warms up
     */
    record Claim(Standby standby, ProcessHandle process, int port) {
        void kill() {
            process.destroyForcibly();
        }
    }
}
