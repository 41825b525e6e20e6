package io.github.surefiremp.plugin;

import io.github.surefiremp.plugin.report.Earlier;
import io.github.surefiremp.plugin.report.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report pages of a session: one for each module, made anew after each execution, and one for all in the top-level
 * folder.
 *
 * <p>Story: pages are made on one daemon thread, one after another, so that a build goes on meanwhile; the end of the
 * session waits for it. Whatever goes wrong ends in a warning, never in a failed build.
 */
final class SessionReports {
    private static final Logger LOG = LoggerFactory.getLogger("mp");
    private static final long PATIENCE_SECONDS = 60;
    private static final long REHEARSAL_MILLIS = 700;

    private final Map<Path, Module> modules = new LinkedHashMap<>();
    /** Pages that wait are made at the end of the session; a rehearsal that waits is not needed any more then. */
    private final ScheduledThreadPoolExecutor writer = writer();

    private boolean rehearsed;

    private record Module(String name, Path runFile) {}

    private static ScheduledThreadPoolExecutor writer() {
        ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "mp-report");
            thread.setDaemon(true);
            return thread;
        });
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return writer;
    }

    /** A page will be needed: while the tests run there is time to load what makes it, but not when they begin. */
    synchronized void prepare() {
        if (!rehearsed) {
            rehearsed = true;
            var unused = writer.schedule(SessionReports::rehearse, REHEARSAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void rehearse() {
        try {
            ReportFiles.rehearse();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("mp: the report could not be rehearsed", e);
        }
    }

    /** A run of the module has ended, or another one was added to its run file. */
    synchronized void ranIn(MavenProject project, Collection<String> histories) {
        Path folder = MpProject.folder(project);
        Path runFile = folder.resolve("run.jsonl");
        if (!Files.isRegularFile(runFile)) {
            return;
        }
        Module module = new Module(project.getArtifactId(), runFile);
        modules.put(folder, module);
        List<String> before = List.copyOf(histories);
        writer.execute(() -> write(folder, module.name(), List.of(module), before));
    }

    /** Waits for the pages, makes the one for all modules, and tells where to look. */
    synchronized void end(MavenSession session, Collection<String> histories) {
        if (!modules.isEmpty()) {
            MavenProject top = session.getTopLevelProject();
            Path page = modules.keySet().iterator().next();
            if (session.getProjects().size() > 1) {
                page = MpProject.folder(top);
                Path folder = page;
                List<Module> all = new ArrayList<>(modules.values());
                List<String> before = List.copyOf(histories);
                writer.execute(() -> write(folder, top.getArtifactId(), all, before));
            }
            finish();
            Path base = top.getBasedir().toPath();
            Path report = page.resolve(ReportFiles.PAGE);
            if (Files.isRegularFile(report)) {
                LOG.info("mp: report in {}", report.startsWith(base) ? base.relativize(report) : report);
            }
        }
        writer.shutdownNow();
    }

    private void finish() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("mp: the report takes longer than {} s; the build does not wait for it", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Path folder, String title, List<Module> modules, List<String> histories) {
        try {
            List<ReportFiles.Source> sources = modules.stream()
                    .map(module -> new ReportFiles.Source(module.runFile(), ""))
                    .toList();
            ReportFiles.write(folder, title, sources, Earlier.of(histories));
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.warn(
                    "mp: no report in {} ({}); the tests are not affected. mp.report=false leaves it out",
                    folder,
                    e.toString());
        }
    }
}
