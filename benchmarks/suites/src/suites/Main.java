package suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Makes suites, and measures them or any other project; {@code run} has the usage. */
final class Main {
    private static final Set<String> OPTIONS = new LinkedHashSet<>(List.of(
            "--np", "--rounds", "--variants", "--also", "--set", "--arguments", "--prepare", "--goals", "--mvn", "--mp",
            "--folder", "--offline"));

    private final Options options;
    private final Path target;

    private Main(Options options, Path target) {
        this.options = options;
        this.target = target;
    }

    /** @param arguments the folder to work in, the command, and what belongs to it */
    public static void main(String[] arguments) throws IOException, InterruptedException, TimeoutException {
        try {
            Options options = new Options(List.of(arguments).subList(2, arguments.length), OPTIONS);
            new Main(options, Path.of(arguments[0])).call(arguments[1]);
        } catch (Mistake mistake) {
            System.err.println(mistake.getMessage());
            System.exit(1);
        }
    }

    private void call(String command) throws IOException, InterruptedException, TimeoutException {
        if (!Set.of("generate", "measure", "smoke").contains(command)) {
            throw new Mistake(command + " is not a command; there are generate, measure and smoke");
        }
        if (options.rest().size() != (command.equals("smoke") ? 0 : 1)) {
            throw new Mistake(command + " takes one suite or folder, not " + options.rest());
        }
        switch (command) {
            case "generate" -> generate(suite(options.rest().get(0)));
            case "measure" -> {
                String what = options.rest().get(0);
                if (Files.exists(Path.of(what, "pom.xml"))) {
                    Path project = Path.of(what).toRealPath();
                    measure(project.getFileName().toString(), project, options.one("--prepare", ""));
                } else {
                    SuiteKind kind = suite(what);
                    // A few tests are enough to have Surefire and mp download all they need.
                    String few = "-Dtest=C0001Test -Dsurefire.failIfNoSpecifiedTests=false";
                    measure(kind.packageName(), generate(kind), options.one("--prepare", few));
                }
            }
            default -> smoke();
        }
    }

    private static SuiteKind suite(String name) {
        for (SuiteKind kind : SuiteKind.values()) {
            if (kind.packageName().equals(name)) {
                return kind;
            }
        }
        throw new Mistake(name + " is neither a folder with a pom.xml nor one of "
                + List.of(SuiteKind.values()).toString().toLowerCase(Locale.ROOT));
    }

    private Path generate(SuiteKind kind) throws IOException {
        List<String> sizes = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (String setting : options.all("--set")) {
            (Project.VERSIONS.has(setting) ? versions : sizes).add(setting);
        }
        if (!options.all("--mp").isEmpty()) {
            versions.add("mp=" + mp());
        }
        Path folder = folder(kind.packageName());
        Project.write(folder, kind.packageName(), Map.of(kind, kind.defaults().with(sizes)), Project.VERSIONS.with(versions));
        return folder;
    }

    private Path folder(String name) {
        String given = options.one("--folder", "");
        return (given.isEmpty() ? target.resolve("suites").resolve(name) : Path.of(given)).toAbsolutePath().normalize();
    }

    private String mp() {
        return options.one("--mp", Project.VERSIONS.text("mp"));
    }

    /** A few tests of each kind, once in each way, to see that all of this still works. */
    private void smoke() throws IOException, InterruptedException, TimeoutException {
        Map<SuiteKind, Sizes> suites = new EnumMap<>(SuiteKind.class);
        suites.put(SuiteKind.TINY, SuiteKind.TINY.defaults().with(List.of("classes=3", "tests=7")));
        suites.put(SuiteKind.SLEEPING, SuiteKind.SLEEPING.defaults().with(List.of("classes=2", "tests=4", "max=50")));
        suites.put(SuiteKind.SKEWED, SuiteKind.SKEWED.defaults().with(List.of("classes=2", "tests=5", "millis=20")));
        suites.put(SuiteKind.CPU, SuiteKind.CPU.defaults()
                .with(List.of("classes=2", "tests=4", "seconds=1", "roundsPerMilli=1000")));
        suites.put(SuiteKind.HUGE, SuiteKind.HUGE.defaults().with(List.of("classes=2", "tests=4")));
        Path folder = folder("smoke");
        Project.write(folder, "smoke", suites, Project.VERSIONS.with(List.of("mp=" + mp())));
        List<Row> rows = measure("smoke", folder, "-Dtest=C0001Test");
        int tests = rows.get(rows.size() - 1).figures().reports().tests();
        if (tests != 7 + 4 + 5 + 4 + 4) {
            throw new Mistake("24 tests were generated, and " + tests + " ran");
        }
        System.out.println("smoke: all is well");
    }

    private List<Row> measure(String name, Path project, String prepare)
            throws IOException, InterruptedException, TimeoutException {
        boolean smoke = name.equals("smoke");
        String np = options.one("--np", smoke ? "2" : "auto");
        int workers = np.equals("auto") ? Machine.cores() : options.number("--np", 2);
        int rounds = options.number("--rounds", smoke ? 1 : 3);
        List<String> arguments = Options.words(options.one("--arguments", ""));
        String command = options.one("--mvn", "mvn");
        Path results = target.resolve("results").resolve(name + "-np" + np).toAbsolutePath().normalize();
        Path logs = results.resolve("logs");
        Declared declared = Declared.of(project, localRepository(arguments), mp());
        Maven maven = new Maven(project, command, arguments, logs, String.valueOf(ProcessHandle.current().pid()));
        List<Variant> variants = variants(np, workers);
        Measurement measurement = new Measurement(
                name,
                maven,
                declared,
                Options.words(options.one("--goals", "test")),
                Options.words(prepare),
                results.resolve("results.csv"),
                options.one("--offline", "false").equals("false"));
        List<Row> rows;
        try {
            rows = measurement.run(variants, rounds);
        } finally {
            maven.endAll();
        }
        String last = variants.stream().filter(Variant::runsTests).findFirst().map(v -> v.name() + "-1").orElse("none-1");
        Machine machine = Machine.of(command, project, logs.resolve(last + ".log"), Reports.junit(project), mp());
        String table = new Tables(rows, workers).print(name + ", np=" + np, rounds, machine, declared);
        Files.writeString(results.resolve("results.md"), table);
        System.out.println("\n" + table + "\n" + results);
        return rows;
    }

    private List<Variant> variants(String np, int workers) {
        List<Variant> variants = new ArrayList<>();
        for (String name : options.one("--variants", String.join(",", Variant.ALL)).split(",")) {
            variants.add(Variant.of(name, np, workers));
        }
        options.all("--also").forEach(definition -> variants.add(Variant.custom(definition)));
        return variants;
    }

    private static Path localRepository(List<String> arguments) {
        String option = "-Dmaven.repo.local=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> Path.of(argument.substring(option.length())))
                .findFirst()
                .orElse(Path.of(System.getProperty("user.home"), ".m2/repository"));
    }
}
