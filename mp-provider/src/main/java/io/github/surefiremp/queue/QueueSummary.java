package io.github.surefiremp.queue;

import io.github.surefiremp.queue.QueueState.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a queue, for people.
 *
 * @param lines what happened
 * @param problems why the build is not a success, empty if it is
 */
public record QueueSummary(List<String> lines, List<String> problems) {
    private static final int MOST_NAMED = 50;

    public QueueSummary {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** Of a queue of which all is known. */
    public static QueueSummary of(QueueKey key, QueueState state) {
        List<String> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String name = key.module() + " " + key.execution();
        int units = state.plan().units().size();
        int tests = 0;
        int failures = 0;
        int skipped = 0;
        int flaky = 0;
        Map<String, Integer> unitsOf = new TreeMap<>();
        for (Map.Entry<Integer, UnitResult> entry : state.results().entrySet()) {
            UnitResult result = entry.getValue();
            String unit = state.plan().units().get(entry.getKey()).name();
            unitsOf.merge(result.machine(), 1, Integer::sum);
            if (result.outcome() == UnitResult.Outcome.GIVEN_UP) {
                problems.add(name + ": " + unit + " was not run to its end: " + result.fence()
                        + " machines were lost with it");
            }
            for (UnitResult.Test test : result.tests()) {
                tests += test.method().isEmpty() ? 0 : 1;
                failures += test.isFailure() ? 1 : 0;
                skipped += test.outcome().equals("skipped") || test.outcome().equals("aborted") ? 1 : 0;
                flaky += test.outcome().equals("flaky") ? 1 : 0;
                if (test.isFailure()) {
                    problems.add(name + ": " + test.className() + (test.method().isEmpty() ? "" : "." + test.method())
                            + " " + (test.outcome().equals("error") ? "has an error" : "failed") + " on "
                            + result.machine() + firstLine(test.text()));
                }
            }
        }
        lines.add(name + ": " + state.results().size() + " of " + units + " units have a result; " + tests
                + " tests, of which " + failures + " failed, " + skipped + " were skipped and " + flaky
                + " passed in a repetition");
        for (QueueState.Machine machine : state.machines()) {
            String words = machine.status() == Status.LEFT
                    ? "has left"
                    : machine.status() == Status.HERE ? "is at work" : "was lost";
            lines.add("  " + machine.name() + " (" + machine.about() + ") " + words + ", "
                    + unitsOf.getOrDefault(machine.name(), 0) + " units");
        }
        if (!state.stopped().isEmpty()) {
            lines.add("  no more units were begun: " + state.stopped());
        }
        if (!state.isComplete()) {
            problems.add(name + ": not complete; no result for " + missing(state));
        }
        return new QueueSummary(lines, problems);
    }

    private static String firstLine(String text) {
        return text.isBlank() ? "" : ": " + text.lines().findFirst().orElse("");
    }

    private static String missing(QueueState state) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < state.plan().units().size(); i++) {
            if (!state.results().containsKey(i)) {
                names.add(state.plan().units().get(i).name());
            }
        }
        String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))) + more;
    }
}
