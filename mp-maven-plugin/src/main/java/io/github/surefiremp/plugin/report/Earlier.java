package io.github.surefiremp.plugin.report;

import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFormatException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was known of the tests before the runs that a report is about: the histories of then. */
public final class Earlier {
    private final Map<TestKey, History.Row> rows = new HashMap<>();

    private Earlier() {}

    /** Nothing is known. */
    public static Earlier nothing() {
        return new Earlier();
    }

    /**
     * Reads histories; one that cannot be read is left out.
     *
     * @param texts of history files, as they were before the runs
     */
    public static Earlier of(Collection<String> texts) {
        Earlier earlier = new Earlier();
        for (String text : texts) {
            try {
                for (History.Row row : History.parse(text).rows()) {
                    earlier.rows.put(row.key(), row);
                }
            } catch (HistoryFormatException e) {
                // Whoever uses it for the schedule has told the user.
            }
        }
        return earlier;
    }

    Optional<History.Row> of(Story.Test test) {
        return Optional.ofNullable(
                rows.get(new TestKey(test.run.module, test.run.execution, test.className, test.method)));
    }

    /** The tests, not classes, of these executions, sorted. */
    List<History.Row> ofRuns(Collection<Story.Run> runs) {
        List<History.Row> found = new ArrayList<>();
        for (History.Row row : rows.values()) {
            TestKey key = row.key();
            if (!key.method().equals(TestKey.WHOLE_CLASS)
                    && runs.stream()
                            .anyMatch(
                                    run -> run.module.equals(key.module()) && run.execution.equals(key.execution()))) {
                found.add(row);
            }
        }
        return found;
    }
}
