package io.github.surefiremp.plugin.bisect;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a {@code run.jsonl} tells of the order of the tests in each JVM, and of how they ended. */
final class RunStory {
    private final List<Line> lines;

    /**
     * The start or the end of a test.
     *
     * @param place module and execution
     * @param outcome empty at its start
     */
    private record Line(String place, long pid, String className, String method, String outcome) {
        boolean isFailure() {
            return outcome.equals("failed") || outcome.equals("error");
        }

        String topLevel() {
            int nested = className.indexOf('$');
            return nested < 0 ? className : className.substring(0, nested);
        }
    }

    /**
     * How the victim ended.
     *
     * @param place where that was
     * @param test the first of its tests that failed, such as {@code ShopTest.pays}; empty if all passed
     * @param before all classes of which tests began before it in the same JVM
     */
    record Ending(String place, String test, List<String> before) {
        boolean isFailure() {
            return !test.isEmpty();
        }
    }

    private RunStory(List<Line> lines) {
        this.lines = lines;
    }

    /** Of a file; empty where there is none. A line that is damaged is passed over: others say enough. */
    static RunStory read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (String text : Files.readAllLines(file)) {
                line(text).ifPresent(lines::add);
            }
        }
        return new RunStory(lines);
    }

    private static Optional<Line> line(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            String event = text(json, "event");
            boolean isTest = event.equals("testStart") || event.equals("testEnd");
            if (!isTest || text(json, "rerun").equals("true")) {
                return Optional.empty();
            }
            return Optional.of(new Line(
                    BisectSwitch.place(text(json, "module"), text(json, "execution")),
                    json.get("pid").getAsLong(),
                    text(json, "class"),
                    text(json, "method"),
                    text(json, "outcome")));
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }

    /** Whether nothing ran. */
    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether all that ran was in one JVM. */
    boolean isInOneJvm() {
        return lines.stream().mapToLong(Line::pid).distinct().count() == 1;
    }

    /** All executions in which the class ran. */
    Set<String> placesOf(String className) {
        Set<String> places = new LinkedHashSet<>();
        lines.stream()
                .filter(line -> line.topLevel().equals(className))
                .map(Line::place)
                .forEach(places::add);
        return places;
    }

    /** How the victim ended in an execution: its first failure, or that it passed; empty if it did not run. */
    Optional<Ending> endingOf(Victim victim, String place) {
        Optional<Ending> passed = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.place().equals(place) || !victim.has(line.className(), line.method())) {
                continue;
            }
            boolean failed = line.outcome().isEmpty() ? !hasEnd(i) : line.isFailure();
            if (failed) {
                return Optional.of(new Ending(place, name(line), before(line, i)));
            }
            if (!line.outcome().isEmpty() && passed.isEmpty()) {
                passed = Optional.of(new Ending(place, "", before(line, i)));
            }
        }
        return passed;
    }

    /** Whether a test that began came to an end; its JVM may have died. */
    private boolean hasEnd(int start) {
        Line begun = lines.get(start);
        return lines.subList(start + 1, lines.size()).stream()
                .anyMatch(line -> !line.outcome().isEmpty()
                        && line.pid() == begun.pid()
                        && line.className().equals(begun.className())
                        && line.method().equals(begun.method()));
    }

    private List<String> before(Line victim, int at) {
        Set<String> classes = new LinkedHashSet<>();
        lines.subList(0, at).stream()
                .filter(line -> line.pid() == victim.pid() && !line.topLevel().equals(victim.topLevel()))
                .map(Line::topLevel)
                .forEach(classes::add);
        return List.copyOf(classes);
    }

    private static String name(Line line) {
        String simple = line.className()
                .substring(line.className().lastIndexOf('.') + 1)
                .replace('$', '.');
        return line.method().isEmpty() ? simple : simple + "." + line.method();
    }
}
