package io.github.surefiremp.plugin.history;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.OutcomeLetters;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the history, and what is to be said of it.
 *
 * @param isNew it was seen in one run, and others of its execution in more
 * @param isGone its class ran without it, or no longer exists
 */
record Entry(History.Row row, boolean isNew, boolean isGone) {
    /** All rows of a history, and those that are gone. */
    static List<Entry> of(History history, History gone) {
        List<Entry> entries = new ArrayList<>();
        for (History.Row row : history.rows()) {
            boolean others = history.rows().stream()
                    .anyMatch(other -> other.runs() > 1
                            && other.key().module().equals(row.key().module())
                            && other.key().execution().equals(row.key().execution()));
            entries.add(new Entry(row, row.runs() == 1 && others, false));
        }
        gone.rows().forEach(row -> entries.add(new Entry(row, false, true)));
        return entries;
    }

    String name() {
        TestKey key = row.key();
        return isClass() ? key.className() : key.className() + "#" + key.method();
    }

    boolean isClass() {
        return row.key().method().equals(TestKey.WHOLE_CLASS);
    }

    int flips() {
        return OutcomeLetters.flips(row.outcomes());
    }

    boolean isFlaky() {
        return !isClass() && OutcomeLetters.isFlaky(row.outcomes());
    }

    boolean hasFailed() {
        return Measurement.isFailure(row.lastOutcome());
    }

    /** How much longer the last run took than is typical, in milliseconds; negative if it was shorter. */
    long trendMillis() {
        return row.lastMillis() - row.typicalMillis();
    }

    /** What is to be said of it in a word each. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (isFlaky()) {
            words.add("flaky");
        }
        if (isNew) {
            words.add("new");
        }
        if (isGone) {
            words.add("gone");
        }
        return words;
    }
}
