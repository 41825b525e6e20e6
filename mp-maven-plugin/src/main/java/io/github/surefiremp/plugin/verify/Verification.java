package io.github.surefiremp.plugin.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** All the runs, what they left, and what comes out of it. */
final class Verification {
    private static final String PLUGIN_KEY = "io.github.surefiremp:mp-maven-plugin";
    private static final int FEWEST_FORKS = 2;

    private final MavenSession session;
    private final ChildMaven maven;
    private final List<String> goals;
    private final boolean explain;
    private final Path folder;
    private final Log log;
    private final List<ReportFolder> reportFolders;

    /**
     * @param folder where logs, reports and the verdict are when all is done
     */
    Verification(MavenSession session, List<String> goals, boolean explain, Path folder, Log log) {
        this.session = session;
        this.maven = new ChildMaven(session, goals);
        this.goals = goals;
        this.explain = explain;
        this.folder = folder;
        this.log = log;
        this.reportFolders = ReportFolders.of(session.getProjects());
    }

    Verdict run() throws IOException, MavenInvocationException {
        // Not in the build folder: the goals may begin with clean.
        Path work = Files.createTempDirectory("mp-verify");
        try {
            for (ReportFolder reports : reportFolders) {
                ReportFiles.move(reports.path(), reports.within(work.resolve("before")));
            }
            Verdict verdict = compare(work);
            Files.writeString(work.resolve("verify.json"), verdict.json());
            Files.writeString(
                    work.resolve("verify.txt"), String.join("\n", verdict.lines()) + "\n" + verdict.summary() + "\n");
            for (ReportFolder reports : reportFolders) {
                empty(reports);
                ReportFiles.copy(reports.within(work.resolve(RunKind.MP.label())), reports.path());
            }
            return verdict;
        } finally {
            delete(folder);
            copyTree(work, folder);
            delete(work);
        }
    }

    private Verdict compare(Path work) throws IOException, MavenInvocationException {
        List<Outcome> outcomes = new ArrayList<>();
        Outcome stock = run(RunKind.STOCK, FEWEST_FORKS, work);
        outcomes.add(stock);
        Outcome mp = run(RunKind.MP, FEWEST_FORKS, work);
        outcomes.add(mp);
        int forks = mp.notes().stream().mapToInt(Note::np).reduce(FEWEST_FORKS, Math::max);
        List<Difference> differences = Comparison.of(stock, mp);
        List<Explained> explained = differences.stream()
                .map(one -> new Explained(one, Explained.Explanation.NOT_LOOKED_FOR))
                .toList();
        if (explain && !differences.isEmpty()) {
            log.info("mp:verify: " + differences.size() + " differences; stock Surefire runs again to tell whose");
            Explainer explainer = new Explainer(differences);
            for (RunKind kind : List.of(RunKind.AGAIN, RunKind.FORKS, RunKind.FRESH, RunKind.REVERSED)) {
                if (explainer.hasUnexplained()) {
                    Outcome further = run(kind, forks, work);
                    outcomes.add(further);
                    if (further.tests() == 0) {
                        // Something else went wrong; it would seem to explain everything.
                        log.warn("mp:verify: that run had no tests and explains nothing, see " + further.log());
                    } else {
                        explainer.add(kind, Comparison.of(stock, further));
                    }
                }
            }
            explained = explainer.explain();
        }
        return new Verdict(outcomes, explained, complaints(stock, mp), forks, folder);
    }

    /** What makes a comparison without differences worth nothing. */
    private List<String> complaints(Outcome stock, Outcome mp) {
        List<String> complaints = new ArrayList<>();
        if (stock.tests() == 0 && mp.tests() == 0) {
            complaints.add("no test ran in either run (exit codes " + stock.exitCode() + " and " + mp.exitCode()
                    + ")"
                    + stock.errors().stream()
                            .findFirst()
                            .map(error -> ": " + error)
                            .orElse("")
                    + "; look into stock.log and mp.log, or choose other goals with -D" + ChildProperties.GOALS);
        } else if (mp.notes().stream().noneMatch(note -> note.np() > 0)) {
            complaints.add("mp ran no tests"
                    + mp.notes().stream()
                            .findFirst()
                            .map(note -> ", it stayed out (" + note.why() + ")")
                            .orElse("; look into mp.log"));
        }
        mp.notes().stream()
                .map(Note::reports)
                .distinct()
                .filter(reports -> !reports.isEmpty()
                        && reportFolders.stream()
                                .noneMatch(known ->
                                        known.path().equals(Path.of(reports).normalize())))
                .forEach(reports -> complaints.add("the reports in " + reports
                        + ", a folder that is not in the POM as it stands before the build"));
        return complaints;
    }

    private Outcome run(RunKind kind, int forks, Path work) throws IOException, MavenInvocationException {
        for (ReportFolder reports : reportFolders) {
            empty(reports);
        }
        Path logFile = work.resolve(kind.label() + ".log");
        Path notes = work.resolve(kind.label() + ".notes");
        ChildProperties properties = new ChildProperties(session.getUserProperties(), extension(), notes, forks);
        log.info("mp:verify: " + kind.description(forks) + ": mvn " + String.join(" ", goals) + " > " + logFile);
        long start = System.nanoTime();
        int exitCode = maven.run(properties.of(kind), logFile);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Map<ReportFolder, Reports> found = new LinkedHashMap<>();
        for (ReportFolder reports : reportFolders) {
            Path kept = reports.within(work.resolve(kind.label()));
            ReportFiles.copy(reports.path(), kept);
            found.put(reports, Reports.read(kept));
        }
        MavenLog mavenLog = MavenLog.read(logFile);
        Outcome outcome = new Outcome(
                kind, exitCode, millis, mavenLog.modules(), found, Note.read(notes), mavenLog.errors(), logFile);
        log.info(String.format(
                "mp:verify: %s: %d tests, exit code %d, %.1f s%s",
                kind.description(forks), outcome.tests(), exitCode, millis / 1000.0, inNotes(outcome)));
        return outcome;
    }

    private static String inNotes(Outcome outcome) {
        if (outcome.kind() != RunKind.MP) {
            return "";
        }
        long with = outcome.notes().stream().filter(note -> note.np() > 0).count();
        return ", mp in " + with + " of " + outcome.notes().size() + " executions";
    }

    /** mp's jars if no module declares mp: then it comes into the other Maven as an extension of Maven itself. */
    private Optional<List<Path>> extension() {
        boolean isDeclared = session.getProjects().stream().anyMatch(Verification::declaresMp);
        return isDeclared ? Optional.empty() : Optional.of(ExtensionJars.all());
    }

    private static boolean declaresMp(MavenProject project) {
        Plugin plugin = project.getPlugin(PLUGIN_KEY);
        return plugin != null && plugin.isExtensions();
    }

    private static void empty(ReportFolder reports) throws IOException {
        for (Path file : ReportFiles.in(reports.path())) {
            Files.delete(file);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
