package io.github.surefiremp.remember;

import io.github.surefiremp.model.TestKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tests that seem to pass or fail by chance, for the end of a run. */
public final class FlakyTests {
    private static final int MOST_LINES = 5;

    private FlakyTests() {}

    /**
     * A line for each of those that fail most often, and one for how many more there are; none if there are none.
     *
     * @param history after the run
     * @param ran what ran in it
     */
    public static List<String> lines(History history, Collection<TestKey> ran) {
        List<History.Row> flaky = ran.stream()
                .filter(key -> !key.method().equals(TestKey.WHOLE_CLASS))
                .map(history::row)
                .flatMap(Optional::stream)
                .filter(row -> OutcomeLetters.isFlaky(row.outcomes()))
                .sorted(Comparator.comparing((History.Row row) -> -OutcomeLetters.failed(row.outcomes()))
                        .thenComparing(row -> name(row.key())))
                .toList();
        List<String> lines = new ArrayList<>();
        flaky.stream()
                .limit(MOST_LINES)
                .forEach(row -> lines.add("mp: flaky: " + name(row.key()) + " (failed "
                        + OutcomeLetters.failed(row.outcomes()) + " of " + OutcomeLetters.ended(row.outcomes())
                        + " runs)"));
        if (flaky.size() > MOST_LINES) {
            lines.add("mp: flaky: and " + (flaky.size() - MOST_LINES)
                    + " more; mvn mp:history -Dmp.show=flaky shows all");
        }
        return lines;
    }

    private static String name(TestKey key) {
        return key.className().substring(key.className().lastIndexOf('.') + 1).replace('$', '.') + "." + key.method();
    }
}
