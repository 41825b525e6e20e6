package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Measurement.Remark;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.History.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HistoryTest {
    private static final String COLUMNS =
            "module\texecution\tclass\tmethod\truns\ttypicalMillis\tlastMillis\tlastOutcome\tlastSeen"
                    + "\ttypicalCpuMillis\tstartMillis\tstartCpuMillis\toutcomes"
                    + "\twarmMillis\tsetUpMillis\tcoldMillis\twarmUpMillis\twarmUpCpuMillis\treadyMillis"
                    + "\tthoroughCpuMillis\tquickCpuMillis\tthoroughPercent\n";
    private static final TestKey KEY = new TestKey("g:a", "surefire:default-test", "a.A", "m");

    @Property
    void whatIsWrittenCanBeRead(@ForAll("measurements") List<Measurement> seen, @ForAll long at)
            throws HistoryFormatException {
        History history = new History();
        seen.forEach(one -> history.learn(one, at));

        History read = History.parse(history.format());

        assertThat(read.rows()).isEqualTo(history.rows());
        assertThat(read.format()).isEqualTo(history.format());
    }

    @Property
    void theSameHistoryIsTheSameText(@ForAll("measurements") List<Measurement> seen, @ForAll long seed) {
        List<Measurement> distinct = seen.stream()
                .filter(one -> seen.stream()
                                .filter(other -> other.key().equals(one.key()))
                                .count()
                        == 1)
                .toList();
        List<Measurement> shuffled = new ArrayList<>(distinct);
        Collections.shuffle(shuffled, new Random(seed));
        History one = new History();
        History other = new History();
        distinct.forEach(measurement -> one.learn(measurement, 7));
        shuffled.forEach(measurement -> other.learn(measurement, 7));

        assertThat(one.format()).isEqualTo(other.format());
    }

    @Property
    void everyRowIsOneLineWithACellForEachColumn(@ForAll("measurements") List<Measurement> seen) {
        History history = new History();
        seen.forEach(one -> history.learn(one, 1));

        List<String> lines = history.format().lines().toList();

        assertThat(lines).hasSize(2 + history.rows().size());
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(22));
    }

    @Property
    void whateverTheTextItIsReadOrRefusedInWords(@ForAll("damaged") String text) {
        try {
            assertThat(History.parse(text).rows()).isNotNull();
        } catch (HistoryFormatException e) {
            assertThat(e).hasMessageMatching("(?s)(it|the|line) .+");
        }
    }

    @Example
    void theFormIsTheOneThatIsPromised() {
        History history = new History();
        history.learn(new Measurement(KEY, 12, "passed"), 1_700_000_000_000L);

        assertThat(history.format())
                .isEqualTo(
                        "# mp-history 1\n" + COLUMNS
                                + "g:a\tsurefire:default-test\ta.A\tm\t1\t12\t12\tpassed\t1700000000000\t\t\t\tP\t\t\t\t\t\t\t\t\t\n");
    }

    @Example
    void aClassHasCpuTimeAndWhatAStartCosts() throws HistoryFormatException {
        History history = new History();
        TestKey whole = KEY.wholeClass();
        history.learn(
                new Measurement(whole, 100, "passed", 80),
                1,
                new StartCost(300, 500),
                Occasions.UNKNOWN,
                Compiling.UNKNOWN);
        history.learn(
                new Measurement(whole, 200, "passed", 180),
                2,
                new StartCost(400, 600),
                Occasions.UNKNOWN,
                Compiling.UNKNOWN);
        history.learn(new Measurement(whole, 200, "passed"), 3);
        history.learn(
                new Measurement(KEY, 100, "passed"), 1, new StartCost(300, 500), Occasions.UNKNOWN, Compiling.UNKNOWN);

        assertThat(history.format())
                .isEqualTo("# mp-history 1\n" + COLUMNS
                        + "g:a\tsurefire:default-test\ta.A\t*\t3\t164\t200\tpassed\t3\t120\t340\t540\tPPP\t\t\t\t\t\t\t\t\t\n"
                        + "g:a\tsurefire:default-test\ta.A\tm\t1\t100\t100\tpassed\t1\t\t\t\tP\t\t\t\t\t\t\t\t\t\n");
        assertThat(History.parse(history.format()).rows()).isEqualTo(history.rows());
    }

    @Example
    void aClassHasWhatItTookByWhatItFoundInItsJvm() throws HistoryFormatException {
        History history = new History();
        TestKey whole = KEY.wholeClass();
        StartCost start = new StartCost(300, 500).with(250, 400, 900);
        history.learn(
                new Measurement(whole, 100, "passed"), 1, start, Occasions.of(Occasion.COLD, 100), Compiling.UNKNOWN);
        history.learn(
                new Measurement(whole, 50, "passed"), 2, start, Occasions.of(Occasion.WARM, 50), Compiling.UNKNOWN);
        history.learn(
                new Measurement(whole, 100, "passed"), 3, start, Occasions.of(Occasion.WARM, 100), Compiling.UNKNOWN);
        history.learn(
                new Measurement(whole, 80, "passed"), 4, start, Occasions.of(Occasion.SET_UP, 80), Compiling.UNKNOWN);

        Row row = history.rows().get(0);
        assertThat(row.occasions()).isEqualTo(new Occasions(70, 80, 100));
        assertThat(row.start()).isEqualTo(start);
        assertThat(history.format()).contains("\t70\t80\t100\t250\t400\t900\t\t\t\n");
        assertThat(History.parse(history.format()).rows()).isEqualTo(history.rows());
    }

    @Example
    void columnsAreFoundByNameAndUnknownOnesAreIgnored() throws HistoryFormatException {
        History history = History.parse("# mp-history 1\n"
                + "colour\tlastSeen\tlastOutcome\tlastMillis\ttypicalMillis\truns\tmethod\tclass\texecution\tmodule\tx\n"
                + "red\t9\tfailed\t3\t4\t2\tm\ta.A\tsurefire:default-test\tg:a\t\n");

        assertThat(history.rows())
                .containsExactly(new Row(
                        KEY, 2, 4, 3, "failed", 9, -1, StartCost.UNKNOWN, "", Occasions.UNKNOWN, Compiling.UNKNOWN));
    }

    @Example
    void lineEndsOfWindowsAreNoTrouble() throws HistoryFormatException {
        History history = new History();
        history.learn(new Measurement(KEY, 12, "passed"), 5);

        History read = History.parse(history.format().replace("\n", "\r\n"));

        assertThat(read.rows()).isEqualTo(history.rows());
    }

    @Example
    void whatIsNoHistoryIsTold() {
        assertRefused("", "it does not start with \"# mp-history 1\"");
        assertRefused("\u0000\u0001 garbage", "it does not start with \"# mp-history 1\"");
        assertRefused("# mp-history 2\n", "it is of version 2, this mp reads version 1");
        assertRefused("# mp-history 1\n", "the line with the column names is missing");
        assertRefused("# mp-history 1\nmodule\texecution\tclass\n", "the column method is missing");
    }

    @Example
    void wrongCellsAreToldWithTheirLine() {
        String head = "# mp-history 1\n" + COLUMNS + "g:a\te\ta.A\tm\t1\t2\t3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n";

        assertRefused(head + "g:a\te\ta.A\n", "line 4 has 3 cells, not 22");
        assertRefused(head + "g:a\te\ta.A\tm\t1\t2\t3\tpassed\t4\t5\n", "line 4 has 10 cells, not 22");
        assertRefused(head + "\n", "line 4 has 1 cells, not 22");
        assertRefused(
                head + "g:a\te\ta.A\tn\tmany\t2\t3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 4 has a number that is none");
        assertRefused(
                head + "g:a\te\ta.A\tn\t1\t2\t3\tpassed\t4\tx\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 4 has a number that is none");
    }

    /** Sums of them would become negative, and the longest class the shortest. */
    @Example
    void numbersThatCannotBeAreToldWithTheirLine() {
        String head = "# mp-history 1\n" + COLUMNS;

        assertRefused(
                head + "g:a\te\ta.A\tm\t1\t-2\t3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that cannot be: -2");
        assertRefused(
                head + "g:a\te\ta.A\tm\t1\t9223372036854775807\t3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that cannot be: 9223372036854775807");
        assertRefused(
                head + "g:a\te\ta.A\tm\t1\t2\t-3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that cannot be: -3");
        assertRefused(
                head + "g:a\te\ta.A\tm\t0\t2\t3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that cannot be: 0");
        assertRefused(
                head + "g:a\te\ta.A\t*\t1\t2\t3\tpassed\t4\t-5\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that cannot be: -5");
        assertRefused(
                head + "g:a\te\ta.A\t*\t1\t2\t3\tpassed\t4\t\t9223372036854775807\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that cannot be: 9223372036854775807");
        assertRefused(
                head + "g:a\te\ta.A\tm\t1\t99999999999999999999\t3\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
                "line 3 has a number that is none");
    }

    @Example
    void runsAreCountedAsFarAsThereAreNumbers() throws HistoryFormatException {
        History history = History.parse("# mp-history 1\n" + COLUMNS
                + "g:a\tsurefire:default-test\ta.A\tm\t2147483647\t2\t2\tpassed\t4\t\t\t\t\t\t\t\t\t\t\t\t\t\n");

        history.learn(new Measurement(KEY, 2, "passed"), 5);

        assertThat(History.parse(history.format()).rows()).extracting(Row::runs).containsExactly(Integer.MAX_VALUE);
    }

    @Example
    void theFirstRunIsTheTypicalOne() {
        History history = new History();

        history.learn(new Measurement(KEY, 250, "passed"), 10);

        assertThat(history.rows())
                .containsExactly(new Row(
                        KEY,
                        1,
                        250,
                        250,
                        "passed",
                        10,
                        -1,
                        StartCost.UNKNOWN,
                        "P",
                        Occasions.UNKNOWN,
                        Compiling.UNKNOWN));
        assertThat(history.typicalMillis(KEY)).hasValue(250);
        assertThat(history.typicalMillis(KEY.wholeClass())).isEmpty();
    }

    @Example
    void aLaterRunMovesTheTypicalDurationButDoesNotReplaceIt() {
        History history = new History();

        history.learn(new Measurement(KEY, 100, "passed"), 10);
        history.learn(new Measurement(KEY, 200, "failed"), 20);

        assertThat(history.rows())
                .containsExactly(new Row(
                        KEY,
                        2,
                        140,
                        200,
                        "failed",
                        20,
                        -1,
                        StartCost.UNKNOWN,
                        "PF",
                        Occasions.UNKNOWN,
                        Compiling.UNKNOWN));
    }

    @Property
    void theTypicalDurationStaysBetweenTheShortestAndTheLongest(
            @ForAll List<@net.jqwik.api.constraints.LongRange(min = 0, max = 10_000_000) Long> runs) {
        if (runs.isEmpty()) {
            return;
        }
        History history = new History();

        runs.forEach(millis -> history.learn(new Measurement(KEY, millis, "passed"), 1));

        assertThat(history.typicalMillis(KEY).orElseThrow()).isBetween(Collections.min(runs), Collections.max(runs));
    }

    @Example
    void theLastOutcomesAreKept() {
        History history = new History();
        for (int i = 0; i < 25; i++) {
            history.learn(new Measurement(KEY, 1, i % 2 == 0 ? "passed" : "error"), i);
        }
        history.learn(new Measurement(KEY, 1, "failed").with(Remark.PASSED_AGAIN), 25);

        assertThat(history.rows()).extracting(Row::outcomes).containsExactly("PEPEPEPEPEPEPEPEPEPR");
    }

    @Example
    void whatWasCutOffChangesTheOutcomeAndNoDuration() {
        History history = new History();
        history.learn(new Measurement(KEY, 100, "passed"), 1);

        history.learn(new Measurement(KEY, 90_000, "error").with(Remark.LOST), 2);

        assertThat(history.rows())
                .containsExactly(new Row(
                        KEY,
                        1,
                        100,
                        100,
                        "error",
                        2,
                        -1,
                        StartCost.UNKNOWN,
                        "PE",
                        Occasions.UNKNOWN,
                        Compiling.UNKNOWN));
    }

    @Example
    void someTestsOfAClassSayNothingOfHowLongAllOfThemTake() {
        History history = new History();
        TestKey whole = KEY.wholeClass();

        history.learn(new Measurement(whole, 5, "failed").with(Remark.PART), 1);
        assertThat(history.rows()).isEmpty();

        history.learn(new Measurement(whole, 100, "passed", 80), 2);
        history.learn(new Measurement(whole, 5, "failed").with(Remark.PART), 3);
        assertThat(history.rows())
                .containsExactly(new Row(
                        whole,
                        1,
                        100,
                        100,
                        "failed",
                        3,
                        80,
                        StartCost.UNKNOWN,
                        "PF",
                        Occasions.UNKNOWN,
                        Compiling.UNKNOWN));
    }

    @Example
    void aFailureInAClassIsFoundInItsNestedOnesToo() {
        History history = new History();
        history.learn(new Measurement(KEY, 1, "passed"), 1);
        history.learn(new Measurement(new TestKey("g:a", "surefire:default-test", "a.AB", "m"), 1, "failed"), 1);
        assertThat(history.failureIn(KEY.wholeClass())).isEmpty();

        history.learn(new Measurement(new TestKey("g:a", "surefire:default-test", "a.A$In", "m"), 1, "failed"), 1);
        assertThat(history.failureIn(KEY.wholeClass())).hasValue("failed");
    }

    @Example
    void whatIsGoneIsForgottenAndTheRestStays() {
        History history = new History();
        history.learn(new Measurement(KEY, 1, "passed"), 1);
        history.learn(new Measurement(KEY.wholeClass(), 2, "passed"), 1);

        history.forget(key -> key.method().equals("m"));

        assertThat(history.rows()).extracting(Row::key).containsExactly(KEY.wholeClass());
        assertThat(history.typicalMillis(KEY)).isEmpty();
    }

    @Provide
    Arbitrary<List<Measurement>> measurements() {
        Arbitrary<TestKey> keys =
                Combinators.combine(names(), names(), names(), names()).as(TestKey::new);
        Arbitrary<Long> millis = Arbitraries.longs().between(0, 1L << 40);
        return Combinators.combine(keys, millis, names())
                .as(Measurement::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> damaged() {
        History history = new History();
        history.learn(new Measurement(KEY, 12, "passed"), 5);
        history.learn(new Measurement(KEY.wholeClass(), 12, "passed"), 5);
        String whole = history.format();
        Arbitrary<Integer> places = Arbitraries.integers().between(0, whole.length());
        Arbitrary<String> cut = Combinators.combine(places, places, names())
                .as((from, to, text) ->
                        whole.substring(0, Math.min(from, to)) + text + whole.substring(Math.max(from, to)));
        return Arbitraries.oneOf(cut, names());
    }

    /** Names as parameterized tests make them, with all that could break a table. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars('\t', '\n', '\r', '\\', 't', 'n', 'r', '"', ' ', '[', '#', 'ü', '\u2028', '\u0085', '\u0000')
                .withCharRange('\u0001', '\uD7FF')
                .ofMaxLength(12);
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> History.parse(text))
                .isInstanceOf(HistoryFormatException.class)
                .hasMessageContaining(why);
    }
}
