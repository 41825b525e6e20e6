package io.github.surefiremp.plugin;

import io.github.surefiremp.coordinator.Coordinator;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.plugin.live.LiveRuns;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.sharing.RunSharing;
import io.github.surefiremp.standby.FreeMemory;
import io.github.surefiremp.standby.StandbyFolder;
import io.github.surefiremp.standby.StandbyKeeper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
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
    private final Set<Path> begunShards = new HashSet<>();
    private @Nullable Coordinator coordinator;
    private @Nullable RunSharing sharing;
    private final Map<String, Path> standbyRuns = new LinkedHashMap<>();
    private final Downstream downstream = new Downstream();
    private final Set<Path> reported = new HashSet<>();
    private final SessionReports reports = new SessionReports();
    private @Nullable LiveRuns live;
    private int runs;
    private @Nullable String queueUrl;
    private boolean heldBack;

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

    /** Keeps the value of {@code -Dmp.queue} with its secrets. */
    synchronized void keepQueueUrl(String url) {
        queueUrl = url;
    }

    /** The value of {@code -Dmp.queue} with its secrets; null if it has none. */
    synchronized @Nullable String queueUrl() {
        return queueUrl;
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

    /** What runs of an execution, and in which order. */
    synchronized Handoff.Choice choice(MavenSession session, MavenProject project, String execution, Settings settings)
            throws SettingException {
        Handoff.Choice choice =
                ChoiceOptions.of(session, project, execution, settings, path -> histories.getOrDefault(path, ""));
        heldBack |= choice.failedElsewhere();
        return choice;
    }

    /**
     * Why the session must not end as if all were well: executions ran nothing because what failed last was to run in
     * others, and it ran nowhere.
     */
    synchronized Optional<String> nothingRan() throws IOException {
        if (!heldBack) {
            return Optional.empty();
        }
        for (Path file : begunRunFiles) {
            if (Files.exists(file) && Files.readString(file).contains("\"event\":\"testEnd\"")) {
                return Optional.empty();
            }
        }
        return Optional.of("mp.only=last-failed: no test ran, because those that failed last were not found or are not"
                + " part of this build; run it without mp.only");
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

    /** Shows the user what runs. */
    synchronized LiveRuns live(MavenSession session) {
        if (live == null) {
            live = LiveRuns.forUser(session.getRequest().isInteractiveMode(), LOG);
        }
        return live;
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

    /**
     * Removes what a shard of an earlier session left, or mp:merge could take it for this session's; the executions of
     * this session append to one manifest.
     */
    synchronized void beginShards(Path folder) throws IOException {
        if (!begunShards.add(folder) || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "{shard.tsv,history.shard-*-of-*.tsv}")) {
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes a run file of an earlier session; those of this session are appended to. */
    synchronized void beginRunFile(Path file) {
        if (begunRunFiles.add(file)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("mp: {} cannot be begun anew ({}); it keeps what earlier builds wrote", file, e.toString());
            }
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

    /** A run of the module begins whose report page is wanted. */
    synchronized void wantReport(MavenProject project) {
        reported.add(MpProject.folder(project));
        reports.prepare();
    }

    /** An execution of Surefire or Failsafe has ended in the module. */
    synchronized void reportOn(MavenProject project) {
        if (reported.contains(MpProject.folder(project))) {
            reports.ranIn(project, histories.values());
        }
    }

    /** Returns when all report pages are there. */
    synchronized void endReports(MavenSession session) {
        reports.end(session, histories.values());
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
        if (live != null) {
            live.close();
            live = null;
        }
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
