package io.github.surefiremp.plugin.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.History;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryViewTest {
    private final History history = new History();
    private final History gone = new History();

    @BeforeEach
    void someRuns() {
        learn(history, "a.A", "slow", 2_000, "passed", "passed", "passed", "passed");
        learn(history, "a.A", "*", 2_100, "passed", "passed", "passed", "passed");
        learn(history, "a.B", "chance", 10, "passed", "failed", "passed", "failed");
        learn(history, "a.C", "added", 500, "passed");
        learn(gone, "a.D", "removed", 7, "passed");
    }

    @Test
    void theLongestTestIsFirst() {
        assertThat(names("duration", "tests", "", 0)).containsExactly("a.A#slow", "a.C#added", "a.B#chance");
        assertThat(names("name", "tests", "", 0)).containsExactly("a.A#slow", "a.B#chance", "a.C#added");
        assertThat(names("flips", "tests", "", 1)).containsExactly("a.B#chance");
    }

    @Test
    void someCanBeChosen() {
        assertThat(names("name", "classes", "", 0)).containsExactly("a.A");
        assertThat(names("name", "failed", "", 0)).containsExactly("a.B#chance");
        assertThat(names("name", "flaky", "", 0)).containsExactly("a.B#chance");
        assertThat(names("name", "new", "", 0)).containsExactly("a.C#added");
        assertThat(names("name", "gone", "", 0)).containsExactly("a.D#removed");
        assertThat(names("name", "tests", "C#", 0)).containsExactly("a.C#added");
    }

    @Test
    void aLineTellsDurationsAndOutcomes() {
        List<String> lines = new HistoryView("flips", "tests", "", 1).lines(Entry.of(history, gone));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("10 ms", "PFPF", "a.B#chance (flaky)");
        assertThat(lines.get(2)).isEqualTo("and 2 more; -Dmp.limit=0 shows all");
    }

    @Test
    void theJsonFormHasAllOfIt() {
        assertThat(new HistoryView("name", "flaky", "", 0).json(Entry.of(history, gone)))
                .contains("\"class\":\"a.B\"", "\"flips\":3", "\"flaky\":true", "\"lastOutcome\":\"failed\"");
    }

    private List<String> names(String sort, String show, String filter, int limit) {
        return new HistoryView(sort, show, filter, limit)
                .of(Entry.of(history, gone)).stream().map(Entry::name).toList();
    }

    private static void learn(History history, String type, String method, long millis, String... outcomes) {
        for (String outcome : outcomes) {
            history.learn(
                    new Measurement(new TestKey("g:a", "surefire:default-test", type, method), millis, outcome), 1);
        }
    }
}
