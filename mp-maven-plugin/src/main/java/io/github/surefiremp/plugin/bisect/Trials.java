package io.github.surefiremp.plugin.bisect;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.plugin.bisect.RunStory.Ending;
import io.github.surefiremp.plugin.verify.ChildMaven;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** Has other Mavens run the victim after some classes, and tells of each run in a line. */
final class Trials implements Search.Runs {
    private static final int MOST_ERRORS = 8;
    private static final int NAMED = 2;

    private final ChildMaven maven;
    private final Properties properties;
    private final Victim victim;
    private final String place;
    private final Path runFile;
    private final Path work;
    private final Log log;
    private int runs;

    /**
     * @param properties of all runs; changed when they change
     * @param place where the victim runs
     * @param runFile what each run leaves
     * @param work where what each run left is kept
     */
    Trials(ChildMaven maven, Properties properties, Victim victim, String place, Path runFile, Path work, Log log) {
        this.maven = maven;
        this.properties = properties;
        this.victim = victim;
        this.place = place;
        this.runFile = runFile;
        this.work = work;
        this.log = log;
    }

    /** From now on nothing is put back between the classes. */
    void runTogether() {
        properties.setProperty(BisectSwitch.TOGETHER, "true");
    }

    private boolean isTogether() {
        return properties.containsKey(BisectSwitch.TOGETHER);
    }

    /** How many there were. */
    int count() {
        return runs;
    }

    @Override
    public boolean fails(List<String> before) throws BisectException {
        return after(before).filter(Ending::isFailure).isPresent();
    }

    /** Runs it after these classes; empty if it did not run in their JVM. */
    Optional<Ending> after(List<String> before) throws BisectException {
        List<String> order = new ArrayList<>(before);
        order.add(victim.className());
        runs++;
        Path logFile = work.resolve("run-" + runs + ".log");
        Path told = work.resolve("run-" + runs + ".jsonl");
        long start = System.nanoTime();
        RunStory story;
        try {
            Path file = Files.write(work.resolve("run-" + runs + ".order"), order);
            Properties own = new Properties();
            own.putAll(properties);
            own.setProperty(BisectSwitch.ORDER, "@" + file);
            own.setProperty(BisectSwitch.IN, place);
            Files.deleteIfExists(runFile);
            int unused = maven.run(own, logFile);
            if (Files.exists(runFile)) {
                Files.copy(runFile, told);
            }
            story = RunStory.read(told);
        } catch (IOException | MavenInvocationException e) {
            throw new BisectException("run " + runs + " did not come to its end: " + e.getMessage());
        }
        if (story.isEmpty()) {
            throw new BisectException("no test ran in run " + runs + why(logFile));
        }
        Optional<Ending> ending = story.isInOneJvm() ? story.endingOf(victim, place) : Optional.empty();
        log.info(String.format(
                Locale.ROOT,
                "mp:bisect: run %d, %s: %s, %.1f s",
                runs,
                words(before) + (isTogether() ? ", nothing put back" : ""),
                ending.map(Trials::words).orElse("its JVM ended before it, which tells nothing"),
                (System.nanoTime() - start) / 1e9));
        return ending;
    }

    private static String words(Ending ending) {
        return ending.isFailure() ? "FAILED (" + ending.test() + ")" : "passed";
    }

    private static String words(List<String> before) {
        if (before.isEmpty()) {
            return "alone";
        }
        if (before.contains(Handoff.Choice.OTHERS)) {
            return "after all others";
        }
        return "after "
                + (before.size() <= NAMED
                        ? String.join(
                                " and ", before.stream().map(Trials::simple).toList())
                        : before.size() + " classes");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String why(Path logFile) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(logFile), Charset.defaultCharset())
                    .lines()
                    .filter(line -> line.startsWith("[ERROR] ") || line.contains("mp: stays out"))
                    .map(line -> line.replaceFirst("^\\[\\w+\\] *", ""))
                    .takeWhile(line -> !line.startsWith("To see the full stack trace"))
                    .filter(line -> !line.isBlank())
                    .distinct()
                    .limit(MOST_ERRORS)
                    .toList();
        } catch (IOException e) {
            lines = List.of();
        }
        return lines.isEmpty()
                ? ". Perhaps the tests are skipped, or the class belongs to another execution: name it with"
                        + " -Dmp.bisect.execution=failsafe:default, and what runs it with -Dmp.bisect.goals"
                : ":\n  " + String.join("\n  ", lines);
    }
}
