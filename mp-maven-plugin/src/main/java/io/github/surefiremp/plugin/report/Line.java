package io.github.surefiremp.plugin.report;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a run file: a flat JSON object. What is no number, text or boolean is passed over. */
final class Line {
    private final Map<String, String> fields = new HashMap<>();

    private Line() {}

    /** @throws IOException if it is damaged */
    static Line parse(String text) throws IOException {
        Line line = new Line();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                JsonToken next = json.peek();
                if (next == JsonToken.STRING || next == JsonToken.NUMBER) {
                    line.fields.put(name, json.nextString());
                } else if (next == JsonToken.BOOLEAN) {
                    line.fields.put(name, Boolean.toString(json.nextBoolean()));
                } else {
                    json.skipValue();
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("something follows the object");
            }
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (String name : new String[] {"event", "run"}) {
            if (line.text(name).isEmpty()) {
                throw new IOException("it has no " + name);
            }
        }
        line.number("at");
        return line;
    }

    /** A value as text, empty where there is none. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean is(String name) {
        return "true".equals(fields.get(name));
    }

    /** @throws IOException if it is missing or no whole number */
    long number(String name) throws IOException {
        @Nullable String text = fields.get(name);
        if (text == null) {
            throw new IOException("it has no " + name);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(name + " is no whole number", e);
        }
    }

    int count(String name) throws IOException {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number(name)));
    }
}
