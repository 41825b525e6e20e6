package suites;

import java.util.List;
import java.util.Locale;

/**
 * What mp should reach on a suite.
 *
 * @param suite and np, as in the title of its tables
 * @param limit the highest good value
 */
record Goal(String suite, String variant, Kind kind, double limit) {
    enum Kind {
        WALL_TO_STOCK_1("the wall time, / stock 1"),
        WALL_TO_STOCK_NP("the wall time, / stock np"),
        NET_TO_STOCK_NP("the net time, / stock np"),
        NET_TO_BOUND("the net time without the time to the first test, / bound"),
        OVERHEAD_TO_STOCK_1("CPU of Maven, / stock 1");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private static final String TINY = "tiny, np=4";
    private static final String HUGE = "huge, np=2";

    private static final List<Goal> ALL = List.of(
            new Goal(TINY, "mp-standby", Kind.NET_TO_STOCK_NP, 0.125),
            new Goal(TINY, "mp-cold", Kind.WALL_TO_STOCK_NP, 0.5),
            new Goal(TINY, "mp-cold", Kind.WALL_TO_STOCK_1, 1.05),
            new Goal(TINY, "mp-second", Kind.WALL_TO_STOCK_1, 1.05),
            new Goal("sleeping, np=8", "mp-second", Kind.NET_TO_BOUND, 1.05),
            new Goal("skewed, np=4", "mp-second", Kind.WALL_TO_STOCK_NP, 0.5),
            new Goal("cpu, np=2", "mp-second", Kind.WALL_TO_STOCK_NP, 1),
            new Goal(HUGE, "mp-second", Kind.OVERHEAD_TO_STOCK_1, 1));

    static List<Goal> of(String suite) {
        return ALL.stream().filter(goal -> goal.suite.equals(suite)).toList();
    }

    String print(double value) {
        return String.format(
                Locale.ROOT,
                "- Goal: `%s`, %s, at most %s. It is %.3g: %s.%n",
                variant, kind.title, String.valueOf(limit).replaceAll("\\.0$", ""), value,
                value <= limit ? "met" : "**missed**");
    }
}
