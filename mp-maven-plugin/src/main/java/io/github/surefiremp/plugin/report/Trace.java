package io.github.surefiremp.plugin.report;

import com.google.gson.stream.JsonWriter;
import io.github.surefiremp.plugin.report.Story.Lane;
import io.github.surefiremp.plugin.report.Story.Run;
import io.github.surefiremp.plugin.report.Story.Span;
import io.github.surefiremp.plugin.report.Story.Test;
import io.github.surefiremp.plugin.report.Story.Unit;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The trace: events as Chrome and Perfetto read them. A run is a process and a worker a thread in it; tests that ran at
 * the same time in one worker are on threads of their own, because events of one thread must lie inside each other.
 */
final class Trace {
    private static final int ROWS = 1_000;

    private final Story story;
    private final JsonWriter json;
    private final long zero;

    private Trace(Story story, JsonWriter json) {
        this.story = story;
        this.json = json;
        this.zero = story.start();
    }

    static void write(Story story, Writer to) throws IOException {
        new Trace(story, new JsonWriter(to)).write();
    }

    private void write() throws IOException {
        json.beginObject();
        json.name("displayTimeUnit").value("ms");
        json.name("otherData").beginObject();
        json.name("writer").value("mp");
        json.name("startEpochMillis").value(Long.toString(zero));
        json.endObject();
        json.name("traceEvents").beginArray();
        names();
        for (Span span : story.spans) {
            event(span.kind().words, "worker", span.run(), span.lane(), 0, span.start(), span.end(), Map.of());
        }
        for (Unit unit : story.units) {
            Map<String, String> args = new TreeMap<>();
            args.put("pid", Long.toString(unit.pid));
            args.put("group", unit.group);
            args.put("locks", unit.locks);
            args.put("setsUp", unit.setsUp);
            args.put("lost", unit.lost);
            event(unit.name, "unit", unit.run, unit.lane, 0, unit.start, unit.end, args);
        }
        for (Test test : story.tests) {
            Map<String, String> args = new TreeMap<>();
            args.put("outcome", test.outcome.word());
            args.put("class", test.className);
            args.put("message", test.message);
            String name = test.method.isEmpty() ? test.className : test.method;
            event(name, "test," + test.outcome.word(), test.run, test.lane, test.row, test.start, test.end, args);
        }
        json.endArray();
        json.endObject();
        json.flush();
    }

    private void names() throws IOException {
        for (Run run : story.runs) {
            String source = run.source.isEmpty() ? "" : run.source + ": ";
            meta("process_name", run, 0, source + run.module + " " + run.execution);
            Set<Lane> lanes = new LinkedHashSet<>();
            story.spans.stream().filter(span -> span.run() == run).forEach(span -> lanes.add(span.lane()));
            story.units.stream().filter(unit -> unit.run == run).forEach(unit -> lanes.add(unit.lane));
            story.tests.stream().filter(test -> test.run == run).forEach(test -> lanes.add(test.lane));
            for (Lane lane : lanes) {
                for (int row = 0; row < lane.rows; row++) {
                    String more = row == 0 ? "" : " (" + (row + 1) + ")";
                    meta("thread_name", run, thread(lane, row), "worker " + lane.worker + more);
                }
            }
        }
    }

    private void meta(String what, Run run, int thread, String name) throws IOException {
        json.beginObject();
        json.name("ph").value("M");
        json.name("name").value(what);
        json.name("pid").value(run.index + 1);
        json.name("tid").value(thread);
        json.name("args").beginObject().name("name").value(name).endObject();
        json.endObject();
    }

    private void event(
            String name, String category, Run run, Lane lane, int row, long start, long end, Map<String, String> args)
            throws IOException {
        json.beginObject();
        json.name("ph").value("X");
        json.name("name").value(name);
        json.name("cat").value(category);
        json.name("pid").value(run.index + 1);
        json.name("tid").value(thread(lane, row));
        json.name("ts").value((start - zero) * 1_000);
        json.name("dur").value((end - start) * 1_000);
        json.name("args").beginObject();
        for (Map.Entry<String, String> arg : args.entrySet()) {
            if (!arg.getValue().isEmpty()) {
                json.name(arg.getKey()).value(arg.getValue());
            }
        }
        json.endObject();
        json.endObject();
    }

    private static int thread(Lane lane, int row) {
        return lane.worker * ROWS + Math.min(row, ROWS - 1);
    }
}
