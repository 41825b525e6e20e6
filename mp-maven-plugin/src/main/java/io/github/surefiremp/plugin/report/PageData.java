package io.github.surefiremp.plugin.report;

import com.google.gson.stream.JsonWriter;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.plugin.report.Story.Test;
import io.github.surefiremp.plugin.report.Story.Unit;
import io.github.surefiremp.remember.History;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The data of the page, as JSON that may stand inside of a script element: each {@code <} is escaped.
 *
 * <p>What there is thousands of is in columns, names that repeat are numbers of a list, and times are milliseconds from
 * the start; so 20,000 tests are about 1 MB.
 */
@SuppressWarnings("EnumOrdinal") // The page gets the names with the data.
final class PageData {
    private static final int ABSENT_AT_MOST = 2_000;

    private final Story story;
    private final Earlier earlier;
    private final long zero;
    private final Map<String, Integer> names = new LinkedHashMap<>();

    PageData(Story story, Earlier earlier) {
        this.story = story;
        this.earlier = earlier;
        this.zero = story.start();
    }

    void write(Writer to, String title, long now) throws IOException {
        JsonWriter json = new JsonWriter(to);
        json.setHtmlSafe(true);
        json.beginObject();
        json.name("title").value(title);
        json.name("made").value(now);
        json.name("start").value(zero);
        json.name("end").value(story.end() - zero);
        strings(json, "notes", story.notes);
        runs(json);
        lanes(json);
        spans(json);
        units(json);
        tests(json);
        details(json);
        absent(json);
        strings(json, "names", names.keySet());
        json.endObject();
        json.flush();
    }

    private int name(String text) {
        return names.computeIfAbsent(text, key -> names.size());
    }

    private static void strings(JsonWriter json, String name, Iterable<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    private void runs(JsonWriter json) throws IOException {
        json.name("runs").beginArray();
        for (Story.Run run : story.runs) {
            json.beginObject();
            json.name("source").value(run.source);
            json.name("module").value(run.module);
            json.name("execution").value(run.execution);
            json.name("np").value(run.np);
            json.name("start").value(run.start - zero);
            json.name("end").value(run.end - zero);
            json.name("outcome").value(run.outcome);
            strings(json, "why", run.why);
            json.endObject();
        }
        json.endArray();
    }

    private void lanes(JsonWriter json) throws IOException {
        json.name("lanes").beginArray();
        for (Story.Lane lane : story.lanes) {
            json.beginObject();
            json.name("source").value(lane.source);
            json.name("worker").value(lane.worker);
            json.name("rows").value(lane.rows);
            json.endObject();
        }
        json.endArray();
    }

    private void spans(JsonWriter json) throws IOException {
        json.name("kinds").beginArray();
        for (Story.Kind kind : Story.Kind.values()) {
            json.value(kind.words);
        }
        json.endArray();
        json.name("spans").beginObject();
        numbers(json, "kind", story.spans, span -> span.kind().ordinal());
        numbers(json, "lane", story.spans, span -> span.lane().index);
        numbers(json, "run", story.spans, span -> span.run().index);
        times(json, "start", story.spans, span -> span.start() - zero);
        times(json, "time", story.spans, span -> span.end() - span.start());
        json.endObject();
    }

    private void units(JsonWriter json) throws IOException {
        json.name("units").beginObject();
        numbers(json, "name", story.units, unit -> name(unit.name));
        numbers(json, "lane", story.units, unit -> unit.lane.index);
        numbers(json, "run", story.units, unit -> unit.run.index);
        times(json, "start", story.units, unit -> unit.start - zero);
        times(json, "time", story.units, unit -> unit.end - unit.start);
        times(json, "pid", story.units, unit -> unit.pid);
        json.name("more").beginObject();
        for (Unit unit : story.units) {
            if (unit.lost.isEmpty()
                    && unit.group.isEmpty()
                    && unit.locks.isEmpty()
                    && unit.setsUp.isEmpty()
                    && unit.output.isEmpty()) {
                continue;
            }
            json.name(Integer.toString(unit.index)).beginObject();
            optional(json, "lost", unit.lost);
            optional(json, "group", unit.group);
            optional(json, "locks", unit.locks);
            optional(json, "setsUp", unit.setsUp);
            optional(json, "output", unit.output.toString());
            if (unit.isolated) {
                json.name("isolated").value(true);
            }
            json.endObject();
        }
        json.endObject();
        json.endObject();
    }

    private void tests(JsonWriter json) throws IOException {
        json.name("outcomes").beginArray();
        for (Outcome outcome : Outcome.values()) {
            json.value(outcome.word());
        }
        json.endArray();
        List<Optional<History.Row>> before =
                story.tests.stream().map(earlier::of).toList();
        json.name("tests").beginObject();
        numbers(json, "class", story.tests, test -> name(test.className));
        json.name("method").beginArray();
        for (Test test : story.tests) {
            json.value(test.method);
        }
        json.endArray();
        numbers(json, "outcome", story.tests, test -> test.outcome.ordinal());
        numbers(json, "run", story.tests, test -> test.run.index);
        numbers(json, "unit", story.tests, test -> test.unit);
        numbers(json, "lane", story.tests, test -> test.lane.index);
        numbers(json, "row", story.tests, test -> test.row);
        times(json, "start", story.tests, test -> test.start - zero);
        times(json, "time", story.tests, test -> test.end - test.start);
        numbers(json, "rerun", story.tests, test -> test.rerun ? 1 : 0);
        times(json, "before", before, row -> row.map(History.Row::lastMillis).orElse(-1L));
        times(
                json,
                "typical",
                before,
                row -> row.map(History.Row::typicalMillis).orElse(-1L));
        numbers(
                json,
                "outcomeBefore",
                before,
                row -> row.map(one -> Outcome.of(one.lastOutcome()).ordinal()).orElse(-1));
        json.endObject();
    }

    private void details(JsonWriter json) throws IOException {
        json.name("details").beginObject();
        for (int i = 0; i < story.tests.size(); i++) {
            Test test = story.tests.get(i);
            if (test.message.isEmpty() && test.trace.isEmpty() && test.outputChars == 0) {
                continue;
            }
            json.name(Integer.toString(i)).beginObject();
            optional(json, "message", test.message);
            optional(json, "trace", test.trace);
            optional(json, "output", test.output);
            if (test.outputChars > 0) {
                json.name("chars").value(test.outputChars);
            }
            json.endObject();
        }
        json.endObject();
    }

    /** Tests that earlier runs had and these did not. */
    private void absent(JsonWriter json) throws IOException {
        Set<TestKey> seen = new HashSet<>();
        story.tests.forEach(
                test -> seen.add(new TestKey(test.run.module, test.run.execution, test.className, test.method)));
        List<History.Row> absent = new ArrayList<>();
        for (History.Row row : earlier.ofRuns(story.runs)) {
            if (!seen.contains(row.key())) {
                absent.add(row);
            }
        }
        json.name("absentCount").value(absent.size());
        json.name("absent").beginArray();
        for (History.Row row : absent.subList(0, Math.min(ABSENT_AT_MOST, absent.size()))) {
            json.beginArray();
            json.value(row.key().className()).value(row.key().method());
            json.value(row.lastMillis()).value(Outcome.of(row.lastOutcome()).ordinal());
            json.endArray();
        }
        json.endArray();
    }

    private static void optional(JsonWriter json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.name(name).value(value);
        }
    }

    private static <T> void numbers(JsonWriter json, String name, List<T> all, ToIntFunction<T> of) throws IOException {
        times(json, name, all, one -> of.applyAsInt(one));
    }

    private static <T> void times(JsonWriter json, String name, List<T> all, ToLongFunction<T> of) throws IOException {
        json.name(name).beginArray();
        for (T one : all) {
            json.value(of.applyAsLong(one));
        }
        json.endArray();
    }
}
