package suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The rounds of a project: each runs all variants, one after another.
 *
 * @param goals for Maven
 * @param prepare arguments of the runs that only see to it that Maven has all it needs
 */
record Measurement(
        String name, Maven maven, Declared declared, List<String> goals, List<String> prepare, Path csv, boolean resolve) {
    private static final String OFFLINE = "-o";

    /** Measures, and says how far it is. */
    List<Row> run(List<Variant> variants, int rounds) throws IOException, InterruptedException, TimeoutException {
        Files.createDirectories(csv.getParent());
        Files.writeString(csv, "project,variant,round," + String.join(",", Figures.COLUMNS) + "\n");
        prepare(variants);
        List<Variant> left = new ArrayList<>(variants);
        List<Row> rows = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (Variant variant : List.copyOf(left)) {
                if (!ready(variant)) {
                    System.out.println("mp left no standby JVMs: " + variant.name() + " is not measured");
                    left.remove(variant);
                    continue;
                }
                Row row = new Row(variant, round, measured(variant, round));
                compare(rows, row);
                rows.add(row);
                write(row);
            }
        }
        return rows;
    }

    private Figures measured(Variant variant, int round) throws IOException, InterruptedException, TimeoutException {
        Figures figures = maven.run(variant.name() + "-" + round, arguments(variant, true, List.of()));
        Figures whole = figures.withBackground(maven.settle());
        maven.endAll();
        return whole;
    }

    /** Compiles, and has each kind of run download what it needs. */
    private void prepare(List<Variant> variants) throws IOException, InterruptedException, TimeoutException {
        maven.run("prepare-none", arguments(Variant.of("none", "1", 1), !resolve, List.of()));
        Set<Variant.Runner> done = new HashSet<>();
        for (Variant variant : variants) {
            if (variant.runsTests() && done.add(variant.runner())) {
                maven.run("prepare-" + variant.name(), arguments(variant, !resolve, prepare));
                maven.endAll();
            }
        }
        // It may know a part of the tests only.
        forget();
    }

    /** Sees to it that the variant finds what it should. */
    private boolean ready(Variant variant) throws IOException, InterruptedException, TimeoutException {
        List<String> arguments = arguments(variant, true, List.of());
        switch (variant.start()) {
            case AS_IT_IS -> {}
            case COLD -> forget();
            case SECOND -> {
                if (!hasHistory()) {
                    maven.run("history", arguments);
                }
            }
            case STANDBY -> {
                maven.run("standby", arguments);
                maven.settle();
                return maven.left() > 0;
            }
        }
        return true;
    }

    private boolean hasHistory() throws IOException {
        return Folders.ofMp(maven.project()).stream().anyMatch(mp -> Files.exists(mp.resolve("history.tsv")));
    }

    private void forget() throws IOException {
        for (Path folder : Folders.ofMp(maven.project())) {
            Folders.delete(folder);
        }
    }

    private List<String> arguments(Variant variant, boolean offline, List<String> more) {
        return Stream.of(
                        offline ? List.of(OFFLINE) : List.<String>of(),
                        goals,
                        declared.arguments(variant),
                        variant.arguments(),
                        more)
                .flatMap(List::stream)
                .toList();
    }

    private void compare(List<Row> before, Row row) {
        if (!row.variant().runsTests()) {
            return;
        }
        Reports reports = row.figures().reports();
        if (reports.tests() == 0) {
            throw new Mistake(row.variant().name() + " ran no test");
        }
        before.stream()
                .filter(other -> other.variant().runsTests())
                .filter(other -> !other.figures().reports().sameCountsAs(reports))
                .findFirst()
                .ifPresent(other -> {
                    throw new Mistake(row.variant().name() + " reports " + reports.counts() + ", but "
                            + other.variant().name() + " " + other.figures().reports().counts());
                });
    }

    private void write(Row row) throws IOException {
        String line = name + "," + row.variant().name() + "," + row.round() + "," + row.figures().csv();
        Files.writeString(csv, line + "\n", StandardOpenOption.APPEND);
        System.out.printf(
                "round %d %-12s %7.2f s, CPU %7.2f s, others' CPU %6.2f s%n",
                row.round(), row.variant().name(), row.figures().wall(), row.figures().cpu(), row.figures().others());
    }
}
