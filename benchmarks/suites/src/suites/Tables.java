package suites;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Prints what was measured as Markdown: medians, and what follows from them. */
final class Tables {
    private static final double THOUSAND = 1000;
    private static final String NOTHING = "–";

    private final List<Row> rows;
    private final int np;
    private final Optional<Double> none;
    private final Optional<Double> stock1;
    private final Optional<Double> stockNp;
    private final Reports reports;
    private final double bound;

    /** @param np how many workers */
    Tables(List<Row> rows, int np) {
        this.rows = rows;
        this.np = np;
        none = wall("none");
        stock1 = wall("stock-1");
        stockNp = wall("stock-np").or(() -> wall("stock-" + np));
        List<Row> tested = rows.stream().filter(row -> row.variant().runsTests()).toList();
        // Several JVMs on few cores make each other's tests longer, so one stock fork says best how long they are.
        List<Row> measure = Stream.of("stock-1", "stock-np")
                .map(name -> tested.stream().filter(row -> row.variant().name().equals(name)).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(tested);
        Reports first = tested.isEmpty() ? new Reports(0, 0, 0, 0, 0, 0) : tested.get(0).figures().reports();
        reports = measure.isEmpty()
                ? first
                : new Reports(
                        first.tests(),
                        first.failed(),
                        first.skipped(),
                        Median.of(measure, figures -> figures.reports().work()).value(),
                        Median.of(measure, figures -> figures.reports().longestTest()).value(),
                        Median.of(measure, figures -> figures.reports().longestClass()).value());
        bound = Math.max(reports.work() / np, reports.longestTest());
    }

    String print(String name, int rounds, Machine machine, Declared declared) {
        StringBuilder text = new StringBuilder("### " + name + "\n\n");
        text.append(machine.description()).append(". ").append(rounds == 1 ? "One round" : rounds + " rounds");
        text.append("; ").append(declared.description()).append(".\n");
        double wall = rows.stream().mapToDouble(row -> row.figures().wall()).sum();
        double others = rows.stream().mapToDouble(row -> row.figures().others()).sum();
        line(text, "Other processes kept %.2f cores busy meanwhile, on average.%n%n", others / wall);
        line(
                text,
                "%s: %.2f s of work; the longest test takes %.2f s, the longest class %.2f s. No run on %d workers can"
                        + " be shorter than %.2f s.%n%n",
                reports.counts(), reports.work(), reports.longestTest(), reports.longestClass(), np, bound);
        text.append("| run | wall time | / stock 1 | / stock np | net | / stock 1 | / stock np | / bound | CPU |"
                + " peak memory |\n|---|---|---|---|---|---|---|---|---|---|\n");
        names().forEach(variant -> times(text, variant));
        text.append("\n| run | CPU of Maven | for a test | of forks or workers | of standby JVMs | afterwards |"
                + " memory of Maven | of its heap in use | memory of forks or workers | to the first test |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n");
        names().forEach(variant -> processes(text, variant));
        String goals = goals(name);
        return goals.isEmpty() ? text.toString() : text.append('\n').append(goals).toString();
    }

    /** Of those that need nothing that was not measured. */
    private String goals(String name) {
        StringBuilder text = new StringBuilder();
        for (Goal goal : Goal.of(name)) {
            if (!rows(goal.variant()).isEmpty() && none.isPresent() && stock1.isPresent() && stockNp.isPresent()) {
                text.append(goal.print(value(goal)));
            }
        }
        return text.toString();
    }

    private double value(Goal goal) {
        String variant = goal.variant();
        double wall = median(variant, Figures::wall).value();
        double net = wall - none.orElseThrow();
        return switch (goal.kind()) {
            case WALL_TO_STOCK_1 -> wall / stock1.orElseThrow();
            case WALL_TO_STOCK_NP -> wall / stockNp.orElseThrow();
            case NET_TO_STOCK_NP -> net / net(stockNp).orElseThrow();
            case NET_TO_BOUND -> (net - median(variant, Figures::start).value()) / bound;
            case OVERHEAD_TO_STOCK_1 -> cpu(variant, Role.MAVEN) / cpu("stock-1", Role.MAVEN);
        };
    }

    private void times(StringBuilder text, String variant) {
        Median wall = median(variant, Figures::wall);
        Optional<Double> net = none.map(without -> wall.value() - without);
        line(
                text,
                "| `%s` | %.2f s (%.2f–%.2f) | %s | %s | %s | %s | %s | %s | %.1f s | %.0f MB |%n",
                variant,
                wall.value(),
                wall.least(),
                wall.most(),
                ratio(Optional.of(wall.value()), stock1),
                ratio(Optional.of(wall.value()), stockNp),
                isNone(variant) ? NOTHING : net.map(s -> format("%.2f s", s)).orElse(NOTHING),
                isNone(variant) ? NOTHING : ratio(net, net(stock1)),
                isNone(variant) ? NOTHING : ratio(net, net(stockNp)),
                isNone(variant) ? NOTHING : ratio(net, Optional.of(bound)),
                median(variant, Figures::cpu).value(),
                median(variant, Figures::rss).value());
    }

    private void processes(StringBuilder text, String variant) {
        double maven = cpu(variant, Role.MAVEN);
        line(
                text,
                "| `%s` | %.2f s | %s | %s | %s | %s | %.0f MB | %.0f MB | %s | %s |%n",
                variant,
                maven,
                isNone(variant) ? NOTHING : format("%.3f ms", maven * THOUSAND / reports.tests()),
                unless0("%.2f s", cpu(variant, Role.FORK)),
                unless0("%.2f s", cpu(variant, Role.STANDBY)),
                unless0("%.2f s", median(variant, Figures::background).value()),
                rss(variant, Role.MAVEN),
                median(variant, Figures::mavenHeapUsed).value(),
                unless0("%.0f MB", rss(variant, Role.FORK)),
                unless0("%.2f s", median(variant, Figures::start).value()));
    }

    private static String unless0(String format, double value) {
        return value == 0 ? NOTHING : format(format, value);
    }

    private double rss(String variant, Role role) {
        return median(variant, figures -> figures.rssByRole().get(role)).value();
    }

    private double cpu(String variant, Role role) {
        return median(variant, figures -> figures.cpuByRole().get(role)).value();
    }

    private static boolean isNone(String variant) {
        return variant.equals("none");
    }

    private Optional<Double> net(Optional<Double> wall) {
        return wall.flatMap(seconds -> none.map(without -> seconds - without));
    }

    private static String ratio(Optional<Double> value, Optional<Double> to) {
        return value.isPresent() && to.isPresent() && to.get() > 0 ? format("%.2f", value.get() / to.get()) : NOTHING;
    }

    private Optional<Double> wall(String variant) {
        return rows(variant).isEmpty()
                ? Optional.empty()
                : Optional.of(median(variant, Figures::wall).value());
    }

    private Median median(String variant, ToDoubleFunction<Figures> what) {
        return Median.of(rows(variant), what);
    }

    private List<Row> rows(String variant) {
        return rows.stream().filter(row -> row.variant().name().equals(variant)).toList();
    }

    private List<String> names() {
        return rows.stream().map(row -> row.variant().name()).distinct().toList();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(format(format, values));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
