package io.github.surefiremp.plugin.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** What the runs of a run file do now, as far as they have not ended. */
public final class RunningRuns {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final double MILLIS_OF_A_SECOND = 1_000;

    private RunningRuns() {}

    private static final class Run {
        final String name;
        final long since;
        final Map<Long, Worker> workers = new TreeMap<>();
        long units = -1;
        int unitsDone;
        int tests;
        int failed;

        Run(Line line) throws IOException {
            name = line.text("module") + " " + line.text("execution");
            since = line.number("at");
        }
    }

    private static final class Worker {
        final long pid;
        final Map<String, Long> tests = new LinkedHashMap<>();
        String unit = "";
        long since;

        Worker(long pid, long since) {
            this.pid = pid;
            this.since = since;
        }
    }

    /**
     * Reads the file, which may be written to meanwhile.
     *
     * @param now in epoch milliseconds
     * @param alive whether a process is there, by its id; a run of which no worker is there was ended with its Maven
     * @return a line for each run and each of its workers; none if nothing runs
     */
    public static List<String> describe(Path file, long now, LongPredicate alive) throws IOException {
        Map<String, Run> runs = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                try {
                    take(runs, Line.parse(text));
                } catch (IOException e) {
                    // Half of a line, which is being written, or one that something has damaged.
                }
            }
        }
        List<String> told = new ArrayList<>();
        for (Run run : runs.values()) {
            run.workers.values().removeIf(worker -> !alive.test(worker.pid));
            if (!run.workers.isEmpty()) {
                told.add(words(run));
                run.workers.forEach((number, worker) ->
                        told.add("  worker " + number + " (pid " + worker.pid + "): " + words(worker, now)));
            }
        }
        return told;
    }

    private static void take(Map<String, Run> runs, Line line) throws IOException {
        String id = line.text("run") + "\n" + line.text("execution");
        if (line.text("event").equals("runStart")) {
            runs.put(id, new Run(line));
        }
        Run run = runs.get(id);
        if (run == null) {
            return;
        }
        switch (line.text("event")) {
            case "runEnd" -> runs.remove(id);
            case "plan" -> run.units = line.number("units");
            case "workerStart" ->
                run.workers.put(line.number("worker"), new Worker(line.number("pid"), line.number("at")));
            case "workerEnd" -> run.workers.remove(line.number("worker"));
            case "unitStart", "unitEnd", "testStart", "testEnd" -> ofWorker(run, line);
            default -> {
                // It says nothing of what runs.
            }
        }
    }

    private static void ofWorker(Run run, Line line) throws IOException {
        Worker worker = run.workers.get(line.number("worker"));
        if (worker == null) {
            return;
        }
        String type = line.text("class");
        String test = type.substring(type.lastIndexOf('.') + 1)
                + (line.text("method").isEmpty() ? "" : "." + line.text("method"));
        switch (line.text("event")) {
            case "unitStart" -> worker.unit = line.text("unit");
            case "unitEnd" -> {
                worker.unit = "";
                worker.tests.clear();
                run.unitsDone++;
            }
            case "testStart" -> worker.tests.put(test, line.number("at"));
            default -> {
                worker.tests.remove(test);
                run.tests += line.is("rerun") ? 0 : 1;
                run.failed += line.text("outcome").equals("failed")
                                || line.text("outcome").equals("error")
                        ? 1
                        : 0;
            }
        }
        worker.since = line.number("at");
    }

    private static String words(Run run) {
        return run.name + ", since " + TIME.format(Instant.ofEpochMilli(run.since)) + ": " + run.tests + " tests done"
                + (run.failed == 0 ? "" : ", " + run.failed + " failed")
                + (run.units < 0 ? "" : ", " + run.unitsDone + " of " + run.units + " units");
    }

    private static String words(Worker worker, long now) {
        if (!worker.tests.isEmpty()) {
            List<String> tests = new ArrayList<>();
            worker.tests.forEach((test, since) -> tests.add(test + " for " + seconds(now - since)));
            return String.join(", ", tests);
        }
        return worker.unit.isEmpty()
                ? "no unit for " + seconds(now - worker.since)
                : "between tests in " + worker.unit + " for " + seconds(now - worker.since);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, millis) / MILLIS_OF_A_SECOND);
    }
}
