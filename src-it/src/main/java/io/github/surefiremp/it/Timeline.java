package io.github.surefiremp.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code run.jsonl}.
 *
 * @param events in the order of the file
 */
public record Timeline(List<Event> events) {
    /**
     * One line.
     *
     * @param members all values as text
     */
    public record Event(Map<String, String> members) {
        /** A value as text; an empty string where there is none. */
        public String text(String name) {
            return members.getOrDefault(name, "");
        }

        /** What happened. */
        public String kind() {
            return text("event");
        }

        /** When, in epoch milliseconds. */
        public long at() {
            return Long.parseLong(text("at"));
        }

        /** The worker's number. */
        public int worker() {
            return Integer.parseInt(text("worker"));
        }
    }

    /** A worker's life, in epoch milliseconds. */
    public record Life(int worker, long pid, long start, long end) {}

    /** A unit that ran to its end or was lost. */
    public record Ran(String unit, int worker, String outcome) {}

    /** Reads the file. */
    public static Timeline read(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Map<String, String> members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> member :
                    JsonParser.parseString(line).getAsJsonObject().entrySet()) {
                members.put(member.getKey(), member.getValue().getAsString());
            }
            events.add(new Event(members));
        }
        return new Timeline(List.copyOf(events));
    }

    /** All events of a kind. */
    public List<Event> all(String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).toList();
    }

    /** The first event of a kind. */
    public Event first(String kind) {
        return all(kind).stream().findFirst().orElseThrow(() -> new IllegalStateException("there is no " + kind));
    }

    /** The last event of a kind. */
    public Event last(String kind) {
        List<Event> all = all(kind);
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no " + kind);
        }
        return all.get(all.size() - 1);
    }

    /** The lives of all workers that started; each must have ended. */
    public List<Life> lives() {
        return all("workerStart").stream()
                .map(start -> {
                    Event end = all("workerEnd").stream()
                            .filter(event -> event.text("pid").equals(start.text("pid")))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("a worker never ended: " + start));
                    return new Life(start.worker(), Long.parseLong(start.text("pid")), start.at(), end.at());
                })
                .toList();
    }

    /** The units in the order in which they ended. */
    public List<Ran> units() {
        return all("unitEnd").stream()
                .map(end -> new Ran(end.text("unit"), end.worker(), end.text("outcome")))
                .toList();
    }

    /** How many units had started and not ended at once, told from the order of the lines. */
    public int mostUnitsAtOnce() {
        int running = 0;
        int most = 0;
        for (Event event : events) {
            if (event.kind().equals("unitStart")) {
                running++;
                most = Math.max(most, running);
            } else if (event.kind().equals("unitEnd")) {
                running--;
            }
        }
        return most;
    }
}
