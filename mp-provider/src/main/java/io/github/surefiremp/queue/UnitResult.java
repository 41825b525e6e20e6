package io.github.surefiremp.queue;

import io.github.surefiremp.model.TabCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of a unit, as it is kept on the server: a line for the unit, and one for each test.
 *
 * @param machine the one whose result counts
 * @param fence how many machines had had the unit until then
 * @param outcome whether it ran
 * @param millis how long it took
 * @param tests what its tests reported, repetitions left out
 */
public record UnitResult(String machine, long fence, Outcome outcome, long millis, List<Test> tests) {
    /** Whether a unit ran. */
    public enum Outcome {
        /** To its end. */
        RAN,
        /** The worker was lost; that is its test's failure. */
        CRASHED,
        /** Each machine that had it was lost. */
        GIVEN_UP
    }

    /**
     * A test.
     *
     * @param outcome passed, failed, error, skipped or aborted
     * @param text why it failed, empty if it did not
     */
    public record Test(String className, String method, String outcome, long millis, String text) {
        /** Whether it makes the build fail. */
        public boolean isFailure() {
            return outcome.equals("failed") || outcome.equals("error");
        }
    }

    public UnitResult {
        tests = List.copyOf(tests);
    }

    /** Whether it makes the build fail. */
    public boolean isFailure() {
        return outcome != Outcome.RAN || tests.stream().anyMatch(Test::isFailure);
    }

    /** What {@link #parse} reads. */
    public String format() {
        StringBuilder text = new StringBuilder();
        line(text, machine, Long.toString(fence), outcome.name().toLowerCase(Locale.ROOT), Long.toString(millis));
        for (Test test : tests) {
            line(text, test.className(), test.method(), test.outcome(), Long.toString(test.millis()), test.text());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t").append(TabCells.escape(cells[i]));
        }
        text.append('\n');
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static UnitResult parse(String text) {
        List<String> lines = text.lines().toList();
        String[] head = lines.isEmpty() ? new String[0] : lines.get(0).split("\t", -1);
        if (head.length != 4) {
            throw new IllegalArgumentException("no result of a unit: " + text);
        }
        List<Test> tests = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            tests.add(new Test(
                    TabCells.unescape(cells[0]),
                    TabCells.unescape(cells[1]),
                    TabCells.unescape(cells[2]),
                    Long.parseLong(cells[3]),
                    TabCells.unescape(cells[4])));
        }
        return new UnitResult(
                TabCells.unescape(head[0]),
                Long.parseLong(head[1]),
                Outcome.valueOf(head[2].toUpperCase(Locale.ROOT)),
                Long.parseLong(head[3]),
                tests);
    }
}
