package io.github.surefiremp.plugin.report;

import io.github.surefiremp.plugin.report.Story.Kind;
import io.github.surefiremp.plugin.report.Story.Lane;
import io.github.surefiremp.plugin.report.Story.Run;
import io.github.surefiremp.plugin.report.Story.Span;
import io.github.surefiremp.plugin.report.Story.Test;
import io.github.surefiremp.plugin.report.Story.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads run files into a {@link Story}.
 *
 * <p>What is damaged costs its own line and leaves a note; fields and events that are not known are passed over. A file
 * that ends in the middle of a run makes a story that ends there: what was running is lost. For one thread.
 */
final class StoryReader {
    private static final int NOTES_OF_A_FILE = 3;

    private final Story story = new Story();
    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, Worker> workers = new HashMap<>();
    private String source = "";

    /** What a worker does at the moment. */
    private static final class Worker {
        final Run run;
        final Lane lane;
        final long pid;
        Kind state;
        long since;

        @Nullable
        Unit unit;

        final List<Test> open = new ArrayList<>();
        /** The last ones that ended, for their output. */
        @Nullable
        Test ended;

        /** When a test began or ended last: tests never go back in time, though the machine's clock may. */
        long lastTest;

        Worker(Run run, Lane lane, long pid, long since) {
            this.run = run;
            this.lane = lane;
            this.pid = pid;
            this.state = Kind.START;
            this.since = since;
            this.lastTest = since;
        }
    }

    /**
     * Reads one more file.
     *
     * @param label tells the file from others, such as the name of the machine; empty if there is no other
     */
    void read(Path file, String label) {
        // Not newBufferedReader: a damaged character must not end it.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            read(lines, String.valueOf(file.getFileName()), label);
        } catch (IOException e) {
            story.notes.add(file + " could not be read: " + e);
        }
    }

    /**
     * Reads lines.
     *
     * @param name for the notes
     */
    void read(BufferedReader lines, String name, String label) throws IOException {
        source = label;
        int number = 0;
        int damaged = 0;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            number++;
            try {
                if (!text.isBlank()) {
                    take(Line.parse(text));
                }
            } catch (IOException e) {
                damaged++;
                if (damaged <= NOTES_OF_A_FILE) {
                    story.notes.add("Line " + number + " of " + name + " was left out: " + e.getMessage());
                }
            }
        }
        if (damaged > NOTES_OF_A_FILE) {
            story.notes.add(damaged + " lines of " + name + " were left out in all.");
        }
    }

    /** The story of all that was read; nothing more can be read then. */
    Story end() {
        for (Worker worker : List.copyOf(workers.values())) {
            leave(worker, worker.run.end, "the run was cut off");
        }
        Overlaps.remove(story);
        for (Run run : story.runs) {
            if (run.outcome.isEmpty()) {
                run.outcome = "cut off";
                story.notes.add("The run of " + run.module + " (" + run.execution
                        + ") was cut off; what it ran until then is shown.");
            }
        }
        return story;
    }

    private void take(Line line) throws IOException {
        long at = line.number("at");
        Run run = run(line, at);
        run.end = Math.max(run.end, at);
        switch (line.text("event")) {
            case "runStart" -> run.np = line.count("np");
            case "plan" -> {
                run.units = line.count("units");
                workers.values().stream()
                        .filter(worker -> worker.run == run && worker.state == Kind.DISCOVER)
                        .forEach(worker -> become(worker, Kind.IDLE, at));
            }
            case "staff" -> run.why.add(line.text("why"));
            case "runEnd" -> run.outcome = line.text("outcome");
            case "workerStart" -> start(run, line, at);
            case "workerReady" -> become(worker(run, line, at), run.units < 0 ? Kind.DISCOVER : Kind.IDLE, at);
            case "workerWait" -> become(worker(run, line, at), waiting(line.text("for")), at);
            case "workerFinish" -> become(worker(run, line, at), Kind.END, at);
            case "workerEnd" ->
                leave(worker(run, line, at), at, "its worker ended with exit code " + line.text("exitCode"));
            case "unitStart" -> startUnit(worker(run, line, at), line, at);
            case "unitEnd" -> endUnit(worker(run, line, at), line, at);
            case "testStart" -> startTest(worker(run, line, at), line, at);
            case "testEnd" -> endTest(worker(run, line, at), line, at);
            case "output" -> output(worker(run, line, at), line);
            default -> {
                // Of a later version, or of no use here.
            }
        }
    }

    private static Kind waiting(String what) {
        return switch (what) {
            case "locks" -> Kind.LOCKS;
            case "isolation" -> Kind.ISOLATION;
            case "permit" -> Kind.PERMIT;
            case "jvm" -> Kind.JVM;
            case "set-up" -> Kind.SET_UP;
            default -> Kind.IDLE;
        };
    }

    private Run run(Line line, long at) {
        return runs.computeIfAbsent(source + "\n" + line.text("run"), key -> {
            Run created = new Run(story.runs.size(), source, line.text("module"), line.text("execution"), at);
            story.runs.add(created);
            return created;
        });
    }

    private void start(Run run, Line line, long at) throws IOException {
        Worker before = workers.get(key(run, line));
        if (before != null) {
            leave(before, at, "nothing more was told of its worker");
        }
        worker(run, line, at);
    }

    private Worker worker(Run run, Line line, long at) throws IOException {
        int number = line.count("worker");
        String key = key(run, line);
        Worker known = workers.get(key);
        if (known == null) {
            known = new Worker(run, story.lane(source, number), line.has("pid") ? line.number("pid") : -1, at);
            workers.put(key, known);
        }
        return known;
    }

    private static String key(Run run, Line line) {
        return run.index + "\n" + line.text("worker");
    }

    private void become(Worker worker, Kind next, long at) {
        if (worker.unit == null && at > worker.since) {
            story.spans.add(new Span(worker.state, worker.run, worker.lane, worker.pid, worker.since, at));
        }
        worker.state = next;
        worker.since = at;
    }

    private void startUnit(Worker worker, Line line, long at) {
        closeUnit(worker, at, "nothing was told of its unit's end");
        become(worker, Kind.IDLE, at);
        Unit unit = new Unit(story.units.size(), worker.run, worker.lane, worker.pid, line, at);
        story.units.add(unit);
        worker.unit = unit;
    }

    private void endUnit(Worker worker, Line line, long at) {
        boolean lost = "lost".equals(line.text("outcome"));
        String reason = line.text("reason").isEmpty() ? "its worker was lost" : line.text("reason");
        if (worker.unit != null && lost) {
            worker.unit.lost = reason;
        }
        closeUnit(worker, at, lost ? reason : "nothing was told of its end");
    }

    private static void closeUnit(Worker worker, long at, String why) {
        for (Test test : worker.open) {
            test.end = Math.max(test.start, at);
            test.message = why;
        }
        worker.open.clear();
        worker.ended = null;
        if (worker.unit != null) {
            worker.unit.end = Math.max(at, worker.lastTest);
            worker.unit = null;
            worker.state = Kind.IDLE;
            worker.since = at;
        }
    }

    private void leave(Worker worker, long at, String why) {
        if (worker.unit != null) {
            worker.unit.lost = why;
        }
        closeUnit(worker, at, why);
        become(worker, Kind.END, at);
        workers.values().remove(worker);
    }

    private void startTest(Worker worker, Line line, long at) {
        add(worker, line, at);
    }

    private Test add(Worker worker, Line line, long at) {
        long start = Math.max(at, worker.lastTest);
        worker.lastTest = start;
        if (worker.unit != null) {
            // Of a unit that its worker was told ahead the controller hears later than of its first test.
            worker.unit.start = Math.min(worker.unit.start, start);
        }
        int row = 0;
        while (isTaken(worker, row)) {
            row++;
        }
        worker.lane.rows = Math.max(worker.lane.rows, row + 1);
        int unit = worker.unit == null ? -1 : worker.unit.index;
        Test test = new Test(worker.run, worker.lane, row, unit, worker.pid, line, start);
        story.tests.add(test);
        worker.open.add(test);
        return test;
    }

    private static boolean isTaken(Worker worker, int row) {
        return worker.open.stream().anyMatch(test -> test.row == row);
    }

    private void endTest(Worker worker, Line line, long at) {
        Test test = open(worker, line);
        Outcome outcome = Outcome.of(line.text("outcome"));
        if (test == null) {
            // Some providers tell no start; then it began when the one before it ended. What is skipped takes no time.
            test = add(worker, line, outcome == Outcome.SKIPPED ? at : begin(worker, at));
        }
        test.outcome = outcome;
        test.end = Math.max(test.start, at);
        test.message = line.text("message");
        test.trace = line.text("trace");
        worker.open.remove(test);
        worker.ended = test;
        worker.lastTest = test.end;
    }

    private static long begin(Worker worker, long at) {
        return Math.min(at, worker.unit == null ? worker.lastTest : Math.max(worker.lastTest, worker.unit.start));
    }

    private static @Nullable Test open(Worker worker, Line line) {
        return worker.open.stream()
                .filter(test -> test.isSame(line))
                .findFirst()
                .orElse(null);
    }

    private static void output(Worker worker, Line line) throws IOException {
        Test test = worker.ended != null && worker.ended.isSame(line) ? worker.ended : open(worker, line);
        if (test != null) {
            test.output = line.text("text");
            test.outputChars = line.number("chars");
        } else if (worker.unit != null) {
            worker.unit.output.append(line.text("text"));
        }
    }
}
