package io.github.surefiremp.remember;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;
import io.github.surefiremp.model.TabCells;
import io.github.surefiremp.model.TestKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs taught about each test.
 *
 * <p>The text form is a table with tabs: a versioned first line, a line of column names, a row for each test. Readers
 * ignore columns they don't know and find the others by name. Not thread-safe.
 */
public final class History {
    static final String HEADER = "# mp-history 1";
    private static final String HEADER_NAME = "# mp-history ";
    private static final List<String> COLUMNS = List.of(
            "module", "execution", "class", "method", "runs", "typicalMillis", "lastMillis", "lastOutcome", "lastSeen");
    /** Came later: a history of an earlier mp has no such columns, and a row need not have values for them. */
    private static final List<String> MORE_COLUMNS = List.of(
            "typicalCpuMillis",
            "startMillis",
            "startCpuMillis",
            "outcomes",
            "warmMillis",
            "setUpMillis",
            "coldMillis",
            "warmUpMillis",
            "warmUpCpuMillis",
            "readyMillis",
            "thoroughCpuMillis",
            "quickCpuMillis",
            "thoroughPercent");
    /** So many outcomes are kept of each test. */
    static final int MOST_OUTCOMES = 20;

    /** A thousand years: nothing takes so long, and sums of more could overflow. */
    private static final long MOST_MILLIS = TimeUnit.DAYS.toMillis(365_000);
    /** How much the latest run weighs in the typical duration. */
    private static final double WEIGHT_OF_LAST = 0.4;

    /**
     * One row.
     *
     * @param key which test
     * @param runs in how many runs it was measured, at least 1
     * @param typicalMillis a mean in which recent runs weigh more
     * @param lastMillis the latest duration
     * @param lastOutcome the latest outcome
     * @param lastSeen when it ran last, in epoch milliseconds
     * @param typicalCpuMillis likewise a mean, of the CPU time that its worker used meanwhile; negative if unknown
     * @param start what the start of a worker typically costs there
     * @param outcomes those of the last runs as letters of {@link OutcomeLetters}, the latest last; empty if unknown
     * @param occasions how long it typically takes, by what it finds in its JVM
     * @param compiling what compiling typically costs there
     */
    public record Row(
            TestKey key,
            int runs,
            long typicalMillis,
            long lastMillis,
            String lastOutcome,
            long lastSeen,
            long typicalCpuMillis,
            StartCost start,
            String outcomes,
            Occasions occasions,
            Compiling compiling) {}

    private final Map<TestKey, Row> rows = new HashMap<>();
    private final List<Row> forgotten = new ArrayList<>();

    /**
     * Reads the text form.
     *
     * @throws HistoryFormatException if the text is damaged or of a newer version; the message says which
     */
    public static History parse(String text) throws HistoryFormatException {
        History history = new History();
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(HEADER_NAME)) {
            throw new HistoryFormatException("it does not start with \"" + HEADER + "\"");
        }
        if (!lines.get(0).equals(HEADER)) {
            throw new HistoryFormatException(
                    "it is of version " + lines.get(0).substring(HEADER_NAME.length()) + ", this mp reads version 1");
        }
        if (lines.size() < 2) {
            throw new HistoryFormatException("the line with the column names is missing");
        }
        List<String> columns = List.of(lines.get(1).split("\t", -1));
        int[] at = COLUMNS.stream().mapToInt(columns::indexOf).toArray();
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                throw new HistoryFormatException("the column " + COLUMNS.get(i) + " is missing");
            }
        }
        int[] more = MORE_COLUMNS.stream().mapToInt(columns::indexOf).toArray();
        for (int number = 2; number < lines.size(); number++) {
            history.put(parseRow(lines.get(number).split("\t", -1), at, more, columns.size(), number + 1));
        }
        return history;
    }

    private static Row parseRow(String[] cells, int[] at, int[] more, int width, int lineNumber)
            throws HistoryFormatException {
        if (cells.length != width) {
            throw new HistoryFormatException("line " + lineNumber + " has " + cells.length + " cells, not " + width);
        }
        try {
            TestKey key = new TestKey(
                    TabCells.unescape(cells[at[0]]),
                    TabCells.unescape(cells[at[1]]),
                    TabCells.unescape(cells[at[2]]),
                    TabCells.unescape(cells[at[3]]));
            return new Row(
                    key,
                    (int) number(cells[at[4]], 1, Integer.MAX_VALUE),
                    number(cells[at[5]], 0, MOST_MILLIS),
                    number(cells[at[6]], 0, MOST_MILLIS),
                    TabCells.unescape(cells[at[7]]),
                    Long.parseLong(cells[at[8]]),
                    numberIfThere(cells, more[0]),
                    new StartCost(
                            numberIfThere(cells, more[1]),
                            numberIfThere(cells, more[2]),
                            numberIfThere(cells, more[7]),
                            numberIfThere(cells, more[8]),
                            numberIfThere(cells, more[9])),
                    more[3] < 0 ? "" : TabCells.unescape(cells[more[3]]),
                    new Occasions(
                            numberIfThere(cells, more[4]),
                            numberIfThere(cells, more[5]),
                            numberIfThere(cells, more[6])),
                    new Compiling(
                            numberIfThere(cells, more[10]),
                            numberIfThere(cells, more[11]),
                            numberIfThere(cells, more[12])));
        } catch (NumberFormatException e) {
            throw new HistoryFormatException("line " + lineNumber + " has a number that is none: " + e.getMessage());
        } catch (HistoryFormatException e) {
            throw new HistoryFormatException("line " + lineNumber + " has a number that cannot be: " + e.getMessage());
        }
    }

    private static long number(String cell, long least, long most) throws HistoryFormatException {
        long number = Long.parseLong(cell);
        if (number < least || number > most) {
            throw new HistoryFormatException(cell);
        }
        return number;
    }

    /** The duration in a column that need not be there. */
    private static long numberIfThere(String[] cells, int at) throws HistoryFormatException {
        return at < 0 || cells[at].isEmpty() ? Measurement.UNKNOWN : number(cells[at], 0, MOST_MILLIS);
    }

    private static String text(long number) {
        return number < 0 ? "" : Long.toString(number);
    }

    /** The text form; rows are sorted, so that the same history is the same text. */
    public String format() {
        StringBuilder text = new StringBuilder(HEADER).append('\n').append(String.join("\t", COLUMNS));
        MORE_COLUMNS.forEach(column -> text.append('\t').append(column));
        text.append('\n');
        rows().forEach(row -> text.append(String.join(
                        "\t",
                        TabCells.escape(row.key().module()),
                        TabCells.escape(row.key().execution()),
                        TabCells.escape(row.key().className()),
                        TabCells.escape(row.key().method()),
                        Integer.toString(row.runs()),
                        Long.toString(row.typicalMillis()),
                        Long.toString(row.lastMillis()),
                        TabCells.escape(row.lastOutcome()),
                        Long.toString(row.lastSeen()),
                        text(row.typicalCpuMillis()),
                        text(row.start().millis()),
                        text(row.start().cpuMillis()),
                        TabCells.escape(row.outcomes()),
                        text(row.occasions().warmMillis()),
                        text(row.occasions().setUpMillis()),
                        text(row.occasions().coldMillis()),
                        text(row.start().warmUpMillis()),
                        text(row.start().warmUpCpuMillis()),
                        text(row.start().readyMillis()),
                        text(row.compiling().thoroughMillis()),
                        text(row.compiling().quickMillis()),
                        text(row.compiling().thoroughPercent())))
                .append('\n'));
        return text.toString();
    }

    /** All rows, sorted by module, execution, class and method. */
    public List<Row> rows() {
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing((Row row) -> row.key().module())
                .thenComparing(row -> row.key().execution())
                .thenComparing(row -> row.key().className())
                .thenComparing(row -> row.key().method()));
        return sorted;
    }

    /** What is known of a test; empty if it was never measured. */
    Optional<Row> row(TestKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** The typical duration in milliseconds, empty for a test that was never measured. */
    public OptionalLong typicalMillis(TestKey key) {
        Row row = rows.get(key);
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.typicalMillis());
    }

    /** The last outcome of a test of that class that failed; empty if none did. */
    public Optional<String> failureIn(TestKey ofClass) {
        return rows.values().stream()
                .filter(row -> row.key().module().equals(ofClass.module())
                        && row.key().execution().equals(ofClass.execution())
                        && !row.key().method().equals(TestKey.WHOLE_CLASS)
                        && (row.key().className().equals(ofClass.className())
                                || row.key().className().startsWith(ofClass.className() + "$")))
                .map(Row::lastOutcome)
                .filter(Measurement::isFailure)
                .min(Comparator.naturalOrder());
    }

    /**
     * Takes in what a run saw.
     *
     * @param seenAt when the run was, in epoch milliseconds
     */
    public void learn(Measurement seen, long seenAt) {
        learn(seen, seenAt, StartCost.UNKNOWN, Occasions.UNKNOWN, Compiling.UNKNOWN);
    }

    /**
     * Takes in what a run saw.
     *
     * @param seenAt when the run was, in epoch milliseconds
     * @param start what the start of a worker cost in that run; goes with classes, not with tests
     * @param occasions what it found in its JVM, and how long it took then
     * @param compiling what compiling cost there
     */
    public void learn(Measurement seen, long seenAt, StartCost start, Occasions occasions, Compiling compiling) {
        Row before = rows.get(seen.key());
        boolean wholeDuration = seen.remark() != Remark.PART && (seen.remark() != Remark.LOST || before == null);
        if (before == null && !wholeDuration) {
            // It would look like a short class.
            return;
        }
        String outcomes = OutcomeLetters.append(before == null ? "" : before.outcomes(), seen);
        put(
                before != null && !wholeDuration
                        ? new Row(
                                seen.key(),
                                before.runs(),
                                before.typicalMillis(),
                                before.lastMillis(),
                                seen.outcome(),
                                seenAt,
                                before.typicalCpuMillis(),
                                before.start(),
                                outcomes,
                                before.occasions(),
                                before.compiling())
                        : measured(before, seen, seenAt, start, outcomes, occasions, compiling));
    }

    private static Row measured(
            @Nullable Row before,
            Measurement seen,
            long seenAt,
            StartCost start,
            String outcomes,
            Occasions occasions,
            Compiling compiling) {
        boolean ofClass = seen.key().method().equals(TestKey.WHOLE_CLASS);
        StartCost startBefore = before == null ? StartCost.UNKNOWN : before.start();
        return new Row(
                seen.key(),
                before == null ? 1 : (int) Math.min(Integer.MAX_VALUE, before.runs() + 1L),
                mean(before == null ? Measurement.UNKNOWN : before.typicalMillis(), seen.millis()),
                seen.millis(),
                seen.outcome(),
                seenAt,
                mean(before == null ? Measurement.UNKNOWN : before.typicalCpuMillis(), seen.cpuMillis()),
                ofClass ? mean(startBefore, start) : StartCost.UNKNOWN,
                outcomes,
                mean(before == null ? Occasions.UNKNOWN : before.occasions(), occasions),
                mean(before == null ? Compiling.UNKNOWN : before.compiling(), compiling));
    }

    private static StartCost mean(StartCost before, StartCost seen) {
        return new StartCost(
                mean(before.millis(), seen.millis()),
                mean(before.cpuMillis(), seen.cpuMillis()),
                mean(before.warmUpMillis(), seen.warmUpMillis()),
                mean(before.warmUpCpuMillis(), seen.warmUpCpuMillis()),
                mean(before.readyMillis(), seen.readyMillis()));
    }

    private static Occasions mean(Occasions before, Occasions seen) {
        return new Occasions(
                mean(before.warmMillis(), seen.warmMillis()),
                mean(before.setUpMillis(), seen.setUpMillis()),
                mean(before.coldMillis(), seen.coldMillis()));
    }

    private static Compiling mean(Compiling before, Compiling seen) {
        return new Compiling(
                mean(before.thoroughMillis(), seen.thoroughMillis()),
                mean(before.quickMillis(), seen.quickMillis()),
                mean(before.thoroughPercent(), seen.thoroughPercent()));
    }

    /** What is not known changes nothing. */
    private static long mean(long before, long seen) {
        if (before < 0 || seen < 0) {
            return Math.max(before, seen);
        }
        return Math.round(before * (1 - WEIGHT_OF_LAST) + seen * WEIGHT_OF_LAST);
    }

    /**
     * Becomes what another history says of some tests, for the tests that the predicate accepts. What it had of them is not
     * gone: it is elsewhere.
     */
    public void replace(Predicate<TestKey> which, History other, Collection<TestKey> keys) {
        rows.keySet().removeIf(which);
        adopt(other, keys);
    }

    /** Takes the rows of tests as another history has them, if it does. */
    public void adopt(History other, Collection<TestKey> keys) {
        for (TestKey key : keys) {
            Row row = other.rows.get(key);
            if (row != null) {
                put(row);
            }
        }
    }

    /** Drops the tests that the predicate accepts. */
    public void forget(Predicate<TestKey> gone) {
        rows.values().removeIf(row -> {
            boolean isGone = gone.test(row.key());
            if (isGone) {
                forgotten.add(row);
            }
            return isGone;
        });
    }

    /** The rows that were dropped since this was read. */
    List<Row> forgotten() {
        return forgotten;
    }

    /** Takes over rows of another history, and keeps no more than the latest ones. */
    void takeOver(List<Row> others, int most) {
        others.forEach(this::put);
        rows().stream()
                .sorted(Comparator.comparingLong(Row::lastSeen).reversed())
                .skip(most)
                .forEach(row -> rows.remove(row.key()));
    }

    boolean has(TestKey key) {
        return rows.containsKey(key);
    }

    private void put(Row row) {
        rows.put(row.key(), row);
    }
}
