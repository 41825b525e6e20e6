package io.github.surefiremp.plugin;

import io.github.surefiremp.archive.ArchiveMaker;
import io.github.surefiremp.coordinator.Coordinator;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.sharing.RunSharing;
import io.github.surefiremp.standby.FreeMemory;
import io.github.surefiremp.standby.StandbyFolder;
import io.github.surefiremp.standby.StandbyKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lives as long as a Maven session: the coordinator and the histories that a clean must not cost.
 *
 * <p>Kept in the session's own data, not in a static field, because a Maven daemon runs many sessions in one JVM.
 * Modules are built by several threads under {@code -T}; every method is synchronized and short.
 */
final class MpSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("mp");
    private static final Duration TIME_TO_TEAR_DOWN = Duration.ofMinutes(2);
    private static final String KEY = MpSession.class.getName();

    private final Map<Path, String> histories = new LinkedHashMap<>();
    private final Set<Path> begunRunFiles = new HashSet<>();
    private @Nullable Coordinator coordinator;
    private @Nullable RunSharing sharing;
    private final Map<String, Path> standbyRuns = new LinkedHashMap<>();
    private final Set<Path> archives = new LinkedHashSet<>();
    private final Downstream downstream = new Downstream();
    private int runs;

    private MpSession() {}

    static MpSession of(MavenSession session) {
        synchronized (MpSession.class) {
            Object known = session.getRepositorySession().getData().get(KEY);
            if (known instanceof MpSession existing) {
                return existing;
            }
            MpSession created = new MpSession();
            session.getRepositorySession().getData().set(KEY, created);
            return created;
        }
    }

    /** Takes a history into memory before a clean can delete it. */
    synchronized void keep(Path history) {
        try {
            if (Files.isRegularFile(history)) {
                histories.put(history, Files.readString(history));
            }
        } catch (IOException e) {
            LOG.debug("mp: the history {} cannot be kept over a clean: {}", history, e.toString());
        }
    }

    /** How long the build goes on after an execution, in milliseconds, as one worker would need for it. */
    synchronized long millisAfter(MavenSession session, MavenProject project, String execution) {
        return downstream.millisAfter(session, project, execution, path -> histories.getOrDefault(path, ""));
    }

    /** Puts a history back if it was deleted since the session began. */
    synchronized void restore(Path history) {
        String text = histories.get(history);
        if (text == null || Files.exists(history)) {
            return;
        }
        try {
            new HistoryFile(history, LOG::warn).write(text);
        } catch (IOException e) {
            LOG.warn("mp: the history {} cannot be written back ({})", history, e.toString());
        }
    }

    /** The coordinator, with at least so many numbers. */
    synchronized Coordinator coordinator(int np) throws IOException {
        if (coordinator == null) {
            coordinator = new Coordinator(np);
        }
        coordinator.growTo(np);
        return coordinator;
    }

    /** What the workers of all modules share. */
    synchronized RunSharing sharing() throws IOException {
        if (sharing == null) {
            sharing = new RunSharing("mp-session", () -> {}, scope -> "JVMs for fixtures are started by controllers");
            // Workers come and go while the session lasts.
            sharing.hostFixtures();
        }
        return sharing;
    }

    /** Names a run of the session. */
    synchronized String nextRun() {
        runs++;
        return Long.toString(ProcessHandle.current().pid()) + "-" + Long.toString(System.currentTimeMillis(), 36) + "-"
                + runs;
    }

    /** Removes a run file of an earlier session; those of this session are appended to. */
    synchronized void beginRunFile(Path file) throws IOException {
        if (begunRunFiles.add(file)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Tears down what the session's workers shared.
     *
     * @return what went wrong, in words
     */
    List<String> endFixtures() {
        RunSharing shared;
        synchronized (this) {
            shared = sharing;
        }
        return shared == null
                ? List.of()
                : shared.endFixtures(
                        TIME_TO_TEAR_DOWN,
                        () -> LOG.info("mp: waits for the shared fixtures of the session, which are being torn down"));
    }

    /** A run that may leave recipes for standby JVMs. */
    synchronized void leavesStandby(String run, Path folder) {
        standbyRuns.put(run, folder);
    }

    /** Starts the JVMs that wait for the next build; last, so that they take nothing from this one. */
    synchronized void keepStandby() {
        for (Path folder : new LinkedHashSet<>(standbyRuns.values())) {
            List<String> runsThere = standbyRuns.keySet().stream()
                    .filter(run -> folder.equals(standbyRuns.get(run)))
                    .toList();
            try {
                Optional<StandbyFolder> found = StandbyFolder.find(folder);
                if (found.isPresent()) {
                    tell(StandbyKeeper.keep(found.get(), runsThere, FreeMemory.bytes()));
                }
            } catch (IOException e) {
                LOG.warn("mp: no JVM waits for the next build: {}", e.getMessage());
            }
        }
        standbyRuns.clear();
    }

    /** A run whose workers may start from an archive of their classes. */
    synchronized void wantsArchives(Path folder) {
        archives.add(folder);
    }

    /** Has those made that were missed, for the next builds. */
    synchronized void makeArchives() {
        for (Path folder : archives) {
            try {
                if (Files.isDirectory(folder)) {
                    LOG.debug("mp: {} archives of classes are being made in {}", ArchiveMaker.make(folder), folder);
                }
            } catch (IOException e) {
                LOG.debug("mp: no archive of classes is made in {}: {}", folder, e.toString());
            }
        }
        archives.clear();
    }

    private static void tell(StandbyKeeper.Result result) {
        if (result.withoutMemory() > 0) {
            LOG.info(
                    "mp: the free memory allows for no more standby JVMs; {} fewer than asked for",
                    result.withoutMemory());
        }
        if (result.waiting() > 0) {
            LOG.info(
                    "mp: {} for the next build (mvn mp:stop ends {})",
                    result.waiting() == 1 ? "1 standby JVM waits" : result.waiting() + " standby JVMs wait",
                    result.waiting() == 1 ? "it" : "them");
        }
    }

    @Override
    public synchronized void close() {
        for (Path history : histories.keySet()) {
            restore(history);
        }
        histories.clear();
        if (sharing != null) {
            sharing.close();
            sharing = null;
        }
        if (coordinator != null) {
            coordinator.close();
            coordinator = null;
        }
    }
}
