package io.github.surefiremp.plugin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in one or several runs. Times are milliseconds since 1970. Filled by {@link StoryReader}. */
final class Story {
    final List<Run> runs = new ArrayList<>();
    final List<Lane> lanes = new ArrayList<>();
    final List<Span> spans = new ArrayList<>();
    final List<Unit> units = new ArrayList<>();
    final List<Test> tests = new ArrayList<>();
    /** What the reader should know of the data, such as damaged lines. */
    final List<String> notes = new ArrayList<>();

    private final Map<String, Lane> lanesByName = new LinkedHashMap<>();

    /** An execution of Surefire or Failsafe in a module. */
    static final class Run {
        final int index;
        final String source;
        final String module;
        final String execution;
        final long start;
        long end;
        int np;
        int units = -1;
        String outcome = "";
        final List<String> why = new ArrayList<>();

        Run(int index, String source, String module, String execution, long start) {
            this.index = index;
            this.source = source;
            this.module = module;
            this.execution = execution;
            this.start = start;
            this.end = start;
        }
    }

    /** A worker's number, whatever JVMs had it. */
    static final class Lane {
        final int index;
        final String source;
        final int worker;
        /** How many tests ran at the same time at most. */
        int rows = 1;

        Lane(int index, String source, int worker) {
            this.index = index;
            this.source = source;
            this.worker = worker;
        }
    }

    /** What a worker does when it has no unit; the page knows them by their place. */
    enum Kind {
        START("JVM starts"),
        DISCOVER("looks for tests"),
        LOCKS("waits for locks"),
        ISOLATION("waits for isolation"),
        JVM("waits for a fresh JVM"),
        IDLE("idle"),
        END("JVM ends"),
        PERMIT("waits for its turn in the session"),
        SET_UP("waits while others use what is set up there");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    record Span(Kind kind, Run run, Lane lane, long pid, long start, long end) {}

    /** What a worker got in one go. */
    static final class Unit {
        final int index;
        final Run run;
        final Lane lane;
        final long pid;
        final String name;
        final String group;
        final String locks;
        final String setsUp;
        final boolean isolated;
        long start;
        long end;
        String lost = "";
        /** What was written outside of tests. */
        final StringBuilder output = new StringBuilder();

        Unit(int index, Run run, Lane lane, long pid, Line line, long start) {
            this.index = index;
            this.run = run;
            this.lane = lane;
            this.pid = pid;
            this.name = line.text("unit");
            this.group = line.text("group");
            this.locks = line.text("locks");
            this.setsUp = line.text("setsUp");
            this.isolated = line.is("isolated");
            this.start = start;
            this.end = start;
        }
    }

    /** One execution of a test. */
    static final class Test {
        final Run run;
        final Lane lane;
        final int row;
        /** -1 where it belongs to none. */
        final int unit;

        final long pid;
        final String className;
        final String method;
        final boolean rerun;
        final long start;
        long end;
        Outcome outcome = Outcome.LOST;
        String message = "";
        String trace = "";
        String output = "";
        long outputChars;

        Test(Run run, Lane lane, int row, int unit, long pid, Line line, long start) {
            this.run = run;
            this.lane = lane;
            this.row = row;
            this.unit = unit;
            this.pid = pid;
            this.className = line.text("class");
            this.method = line.text("method");
            this.rerun = line.is("rerun");
            this.start = start;
            this.end = start;
        }

        boolean isSame(Line line) {
            return method.equals(line.text("method"))
                    && className.equals(line.text("class"))
                    && rerun == line.is("rerun");
        }
    }

    Lane lane(String source, int worker) {
        return lanesByName.computeIfAbsent(source + "\n" + worker, key -> {
            Lane lane = new Lane(lanes.size(), source, worker);
            lanes.add(lane);
            return lane;
        });
    }

    long start() {
        return runs.stream().mapToLong(run -> run.start).min().orElse(0);
    }

    long end() {
        return runs.stream().mapToLong(run -> run.end).max().orElse(0);
    }
}
