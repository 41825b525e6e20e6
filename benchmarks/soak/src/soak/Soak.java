package soak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the suite with one seed after another. */
public final class Soak {
    private static final int MINUTES = 5;

    private final Options options;
    private final Path project;
    private final Path temporary;
    private final Path logs;
    private final Map<Fate, Integer> met = new EnumMap<>(Fate.class);
    private int failed;

    private Soak(Options options, Path source, Path target) throws IOException {
        this.options = options;
        this.project = target.resolve("project");
        this.temporary = target.resolve("tmp");
        this.logs = target.resolve("logs");
        copy(source, project);
        Files.createDirectories(temporary);
        Files.createDirectories(logs);
    }

    /**
     * Ends with 1 if any run differed from its plan.
     *
     * @param words the folder of the project, one for what is made, and the options
     */
    public static void main(String[] words) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(words).subList(2, words.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Soak soak = new Soak(options, Path.of(words[0]), Path.of(words[1]));
        System.exit(soak.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        List<String> classes = classes();
        if (maven(logs.resolve("compile.log"), List.of("test-compile")) != 0) {
            System.err.println("The project does not compile, see " + logs.resolve("compile.log"));
            return false;
        }
        long began = System.nanoTime();
        for (long seed = options.first(); seed < options.first() + options.runs(); seed++) {
            once(seed, new Plan(seed, classes));
        }
        System.out.printf(
                "%d runs in %d s, %d not as planned; tests by what they did: %s%n",
                options.runs(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), failed, met);
        return failed == 0;
    }

    private void once(long seed, Plan plan) throws Exception {
        Path target = project.resolve("target");
        Leftovers.delete(target.resolve("surefire-reports"));
        Leftovers.delete(temporary);
        Files.createDirectories(temporary);
        // Each second run has a history, which changes the order, the parts of classes, and the number of workers.
        if (seed % 2 == 0) {
            Leftovers.delete(target.resolve("mp"));
        }
        Path log = logs.resolve("seed-" + seed + ".log");
        long began = System.nanoTime();
        int code = maven(log, arguments(seed));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        List<String> problems = new ArrayList<>();
        if ((code != 0) != plan.fails()) {
            problems.add("Maven's exit code is " + code);
        }
        problems.addAll(plan.differences(ReportFiles.read(target.resolve("surefire-reports"), problems)));
        problems.addAll(Leftovers.processes(project));
        // The JVM's own files of performance data are not in the temporary folder that it was given.
        problems.addAll(Leftovers.files(temporary));
        problems.addAll(Leftovers.files(target.resolve("mp"), "history.tsv", "run.jsonl", "report.html", "trace.json"));
        problems.addAll(Leftovers.files(target.resolve("surefire")));
        removeCrashFiles(target);
        plan.fates().values().forEach(fate -> met.merge(fate, 1, Integer::sum));
        long fatal = plan.fates().values().stream().filter(Fate::isFatal).count();
        System.out.printf(
                "seed %d: %d tests, %d of them fatal, %.1f s: %s%n",
                seed, plan.fates().size(), fatal, millis / 1000.0, problems.isEmpty() ? "as planned" : "NOT AS PLANNED");
        if (problems.isEmpty()) {
            Files.delete(log);
            return;
        }
        failed++;
        problems.stream().limit(20).forEach(problem -> System.out.println("  " + problem));
        System.out.println("  The log is " + log);
    }

    private List<String> arguments(long seed) {
        List<String> arguments = new ArrayList<>(List.of(
                "surefire:test", "-Dsoak.seed=" + seed, "-Dmp.np=" + options.np(), "-Dmp.maxWorkerRestarts=200",
                "-Dmp.testTimeout=10"));
        if (seed % 3 == 0) {
            arguments.add("-Dmp.granularity=method");
        }
        if (seed % 4 < 3) {
            arguments.add("-Dmp.staffing=all");
        }
        return arguments;
    }

    private int maven(Path log, List<String> words) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-e", "-Dsoak.tmp=" + temporary));
        command.addAll(options.arguments());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).redirectInput(new File("/dev/null"));
        builder.environment()
                .put("MAVEN_OPTS", "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temporary);
        Process maven = builder.start();
        if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
            Files.writeString(
                    log, "\nended by the soak after " + MINUTES + " minutes\n", java.nio.file.StandardOpenOption.APPEND);
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
            return -1;
        }
        return maven.exitValue();
    }

    private static void removeCrashFiles(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("hs_err_")).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("src/test/java/soak"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> "soak." + name.substring(0, name.length() - ".java".length()))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
