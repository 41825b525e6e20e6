package io.github.surefiremp.plugin.bisect;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.plugin.bisect.RunStory.Ending;
import io.github.surefiremp.plugin.verify.ChildMaven;
import io.github.surefiremp.plugin.verify.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.util.FileUtils;

/** From the test that fails to the classes that make it fail. */
final class Bisection {
    /** What else is said of mp is about runs of many workers. */
    private static final Set<String> KEPT = Set.of("mp.testTimeout", "mp.history", "mp.verify.internal.everywhere");

    private final MavenSession session;
    private final TestPlace place;
    private final Victim victim;
    private final String execution;
    private final List<String> goals;
    private final int most;
    private final Log log;
    private final RunStory lastRun;

    /**
     * @param goals what the other Mavens are told to do; empty for what runs the execution
     * @param execution such as {@code failsafe:default}; empty for where the victim ran last
     * @param most how many runs there may be to halve the classes
     */
    Bisection(MavenSession session, Victim asked, String goals, String execution, int most, Log log)
            throws BisectException, IOException {
        this.session = session;
        this.place = TestPlace.of(session, asked);
        this.victim = place.victim();
        this.lastRun = RunStory.read(place.folder().resolve("run.jsonl"));
        this.execution = execution.isBlank() ? execution() : execution.trim();
        String usual = this.execution.startsWith("failsafe:") ? "verify" : "test";
        this.goals = Children.words(goals.isBlank() ? usual : goals);
        this.most = most;
        this.log = log;
    }

    /** Where it failed last, or ran, or else where its name belongs. */
    private String execution() {
        Set<String> places = lastRun.placesOf(victim.className());
        return places.stream()
                .filter(one ->
                        lastRun.endingOf(victim, one).filter(Ending::isFailure).isPresent())
                .findFirst()
                .or(() -> places.stream().findFirst())
                .filter(one -> one.startsWith(place.module() + "/"))
                .map(one -> one.substring(place.module().length() + 1))
                .orElseGet(place::likelyExecution);
    }

    /** Tells what makes the victim fail. */
    void run() throws BisectException, IOException {
        // Not in the build folder: the goals may begin with clean.
        Path work = Files.createTempDirectory("mp-bisect");
        Path folder = BisectSwitch.folder(place.folder());
        Path kept = folder.resolve("runs");
        try {
            search(work);
        } finally {
            // With the reports of the last run, which nobody should take for the project's.
            FileUtils.deleteDirectory(folder.toFile());
            FileUtils.copyDirectory(work.toFile(), kept.toFile());
            FileUtils.deleteDirectory(work.toFile());
            log.info("mp:bisect: the logs of all runs are in " + kept);
        }
    }

    private void search(Path work) throws BisectException {
        Properties properties = properties();
        String there = BisectSwitch.place(place.module(), execution);
        log.info("mp:bisect: which class makes " + victim + " fail? (" + execution + " of " + place.module() + ")");
        Trials trials = new Trials(
                new ChildMaven(session, goals),
                properties,
                victim,
                there,
                BisectSwitch.folder(place.folder()).resolve("run.jsonl"),
                work,
                log);
        Optional<Ending> alone = trials.after(List.of());
        if (alone.isEmpty()) {
            throw new BisectException(victim + " did not run in " + execution
                    + "; perhaps there is no such test, or it is in another execution: -Dmp.bisect.execution");
        }
        if (alone.get().isFailure()) {
            throw new BisectException(
                    victim + " fails alone, too, so no other class is needed for that. This shows it:\n  "
                            + command(properties, List.of()));
        }
        List<String> candidates = candidates(trials, there);
        Search.Result result = new Search(trials, most).find(candidates);
        boolean together = properties.containsKey(BisectSwitch.TOGETHER);
        tell(result, trials.count(), together, command(properties, result.classes()));
    }

    /** Classes after which it fails: those of the last run, or else all. */
    private List<String> candidates(Trials trials, String there) throws BisectException {
        Optional<Ending> last = lastRun.endingOf(victim, there);
        List<String> tried = new ArrayList<>();
        if (last.isEmpty() || !last.get().isFailure()) {
            log.info("mp:bisect: it " + (last.isEmpty() ? "was not part of" : "passed in")
                    + " the last run with mp, so all other classes are tried");
        } else if (last.get().before().isEmpty()) {
            log.info(
                    "mp:bisect: no other class ran before it in its JVM when it failed in the last run, so all are tried");
        } else {
            List<String> before = last.get().before();
            log.info("mp:bisect: in the last run " + last.get().test() + " failed when " + count(before.size())
                    + " had run before it in the same JVM");
            if (trials.fails(before)) {
                return before;
            }
            tried.add("after the " + count(before.size()) + " that ran before it in the last run");
            log.info("mp:bisect: with those classes it passes, so all others are tried");
        }
        Optional<Ending> all = trials.after(List.of(Handoff.Choice.OTHERS));
        if (all.filter(Ending::isFailure).isEmpty()) {
            // What mp puts back between two classes, stock Surefire and serial groups do not.
            trials.runTogether();
            Optional<Ending> before = all;
            all = trials.after(List.of(Handoff.Choice.OTHERS)).or(() -> before);
        }
        if (all.isPresent() && all.get().isFailure() && !all.get().before().isEmpty()) {
            return all.get().before();
        }
        tried.add(
                all.isEmpty()
                        ? "after all others (their JVM ended before it)"
                        : "after all " + all.get().before().size() + " others in one JVM, one after another, also where"
                                + " nothing is put back between them");
        throw new BisectException(victim + " could not be made to fail: it passed alone and "
                + String.join(" and ", tried)
                + ". Perhaps it fails by chance (mvn mp:history -Dmp.show=flaky), because of tests that run in other JVMs at"
                + " the same time, or in another order of the classes");
    }

    private void tell(Search.Result result, int runs, boolean together, String command) {
        List<String> classes = result.classes();
        log.info("");
        if (!result.complete()) {
            log.warn("mp:bisect: the search may have no more than " + most + (most == 1 ? " run" : " runs")
                    + " (-Dmp.bisect.runs), so perhaps not all of these are needed");
        }
        if (classes.size() == 1) {
            log.info("mp:bisect: " + classes.get(0) + " makes " + victim
                    + " fail, when it runs before it in the same JVM (" + runs + " runs)");
        } else {
            String those = classes.size() + " make it fail together, when they run before it in the same JVM (" + runs
                    + " runs):";
            log.info("mp:bisect: "
                    + (result.complete()
                            ? "no single class makes " + victim + " fail; these " + those
                            : "these " + those));
            classes.forEach(name -> log.info("mp:bisect:   " + name));
        }
        if (together) {
            log.info(
                    "mp:bisect: only where nothing is put back between the two, as in stock Surefire and in serial groups;"
                            + " else mp restores system properties and the like");
        }
        log.info("mp:bisect: this command shows it:");
        log.info("  " + command);
        log.info("");
    }

    private String command(Properties properties, List<String> before) {
        List<String> order = new ArrayList<>(before);
        order.add(victim.className());
        return PasteCommand.of(
                session,
                goals,
                properties,
                order,
                place.hasOthers(session, execution) ? BisectSwitch.place(place.module(), execution) : "");
    }

    /** Those of the user, without what selects tests. */
    private Properties properties() {
        Properties properties = Children.properties(session);
        for (String name : properties.stringPropertyNames()) {
            boolean selects = name.equals("test") || name.equals("it.test");
            if (selects || (name.startsWith("mp.") && !KEPT.contains(name))) {
                properties.remove(name);
            }
        }
        return properties;
    }

    private static String count(int classes) {
        return classes + (classes == 1 ? " class" : " classes");
    }
}
