package io.github.surefiremp.forecast;

import io.github.surefiremp.model.TabCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one execution, as it goes from the controller to the goal that shows it: lines of cells with tabs between
 * them, a word first.
 *
 * @param module groupId:artifactId
 * @param execution plugin and execution id
 * @param np workers at most
 * @param workers how many there will be
 * @param why that many, in words
 * @param unknown of how many units it is not known how long they take
 * @param readyMillis when the units are known and the first of them starts
 * @param endMillis when the run ends
 * @param bound the least time with np workers, and why it is not less
 * @param units in the order in which they start; in their queue's, if it is not known how long any of them takes
 * @param others how long it would take with other numbers of workers
 * @param shares what each of several machines would run, and how long that would take
 * @param setUps what units need beside their tests, the most costly in all first
 * @param advice what would help most
 */
public record PlannedRun(
        String module,
        String execution,
        int np,
        int workers,
        String why,
        int unknown,
        long readyMillis,
        long endMillis,
        BoundText bound,
        List<PlannedUnit> units,
        List<Other> others,
        List<Share> shares,
        List<PlannedSetUp> setUps,
        Optional<AdviceText> advice) {
    /** The bound, in words. */
    public record BoundText(long millis, long workMillis, String words) {}

    /**
     * A unit.
     *
     * @param worker in whose lane it is; 0 if that is not known
     * @param startMillis from the start of the run
     * @param endMillis likewise
     * @param group empty for none
     * @param strategy of its group
     * @param tests how many it has
     * @param known whether the history knows how long it takes
     */
    public record PlannedUnit(
            int worker,
            long startMillis,
            long endMillis,
            String name,
            String group,
            String strategy,
            int tests,
            boolean known) {}

    /** With another np. */
    public record Other(int np, int workers, long endMillis) {}

    /** One machine's part. */
    public record Share(int shard, int units, int tests, int workers, long endMillis) {}

    /**
     * A costly set-up.
     *
     * @param units how many need it
     * @param times how often it would be done
     * @param millis what it takes once
     * @param known whether that was seen
     */
    public record PlannedSetUp(String name, int units, int times, long millis, boolean known) {}

    /** What would help. */
    public record AdviceText(String what, long fromMillis, long toMillis) {}

    /** Whether times are more than guesses. */
    public boolean isTimed() {
        return unknown < units.size();
    }

    /** The text form, with a line feed at the end of each line. */
    public String format() {
        StringBuilder text = new StringBuilder();
        line(text, "run", module, execution, np, workers, why, unknown, readyMillis, endMillis);
        line(text, "bound", bound.millis(), bound.workMillis(), bound.words());
        for (PlannedUnit unit : units) {
            line(
                    text,
                    "unit",
                    unit.worker(),
                    unit.startMillis(),
                    unit.endMillis(),
                    unit.name(),
                    unit.group(),
                    unit.strategy(),
                    unit.tests(),
                    unit.known());
        }
        others.forEach(other -> line(text, "np", other.np(), other.workers(), other.endMillis()));
        shares.forEach(share ->
                line(text, "shard", share.shard(), share.units(), share.tests(), share.workers(), share.endMillis()));
        setUps.forEach(one -> line(text, "setUp", one.name(), one.units(), one.times(), one.millis(), one.known()));
        advice.ifPresent(one -> line(text, "advice", one.what(), one.fromMillis(), one.toMillis()));
        line(text, "end");
        return text.toString();
    }

    private static void line(StringBuilder text, Object... cells) {
        text.append(String.join(
                        "\t",
                        Arrays.stream(cells)
                                .map(cell -> TabCells.escape(cell.toString()))
                                .toList()))
                .append('\n');
    }

    /**
     * All runs of a text.
     *
     * @throws IllegalArgumentException if it is no such text, or was cut off
     */
    public static List<PlannedRun> parse(String text) {
        List<PlannedRun> runs = new ArrayList<>();
        List<String[]> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] cells =
                    Arrays.stream(line.split("\t", -1)).map(TabCells::unescape).toArray(String[]::new);
            if (cells[0].equals("end")) {
                runs.add(of(lines));
                lines.clear();
            } else {
                lines.add(cells);
            }
        }
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException("the plan is cut off");
        }
        return runs;
    }

    private static PlannedRun of(List<String[]> lines) {
        String[] run = lines.get(0);
        BoundText bound = new BoundText(0, 0, "");
        List<PlannedUnit> units = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        List<PlannedSetUp> setUps = new ArrayList<>();
        @Nullable AdviceText advice = null;
        for (String[] cells : lines.subList(1, lines.size())) {
            switch (cells[0]) {
                case "bound" -> bound = new BoundText(Long.parseLong(cells[1]), Long.parseLong(cells[2]), cells[3]);
                case "unit" ->
                    units.add(new PlannedUnit(
                            Integer.parseInt(cells[1]),
                            Long.parseLong(cells[2]),
                            Long.parseLong(cells[3]),
                            cells[4],
                            cells[5],
                            cells[6],
                            Integer.parseInt(cells[7]),
                            Boolean.parseBoolean(cells[8])));
                case "np" ->
                    others.add(new Other(
                            Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Long.parseLong(cells[3])));
                case "shard" ->
                    shares.add(new Share(
                            Integer.parseInt(cells[1]),
                            Integer.parseInt(cells[2]),
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4]),
                            Long.parseLong(cells[5])));
                case "setUp" ->
                    setUps.add(new PlannedSetUp(
                            cells[1],
                            Integer.parseInt(cells[2]),
                            Integer.parseInt(cells[3]),
                            Long.parseLong(cells[4]),
                            Boolean.parseBoolean(cells[5])));
                case "advice" -> advice = new AdviceText(cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3]));
                default -> throw new IllegalArgumentException("unknown line of a plan: " + cells[0]);
            }
        }
        return new PlannedRun(
                run[1],
                run[2],
                Integer.parseInt(run[3]),
                Integer.parseInt(run[4]),
                run[5],
                Integer.parseInt(run[6]),
                Long.parseLong(run[7]),
                Long.parseLong(run[8]),
                bound,
                units,
                others,
                shares,
                setUps,
                Optional.ofNullable(advice));
    }
}
