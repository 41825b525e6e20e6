package io.github.surefiremp.report;

/** Writes flat JSON objects; the controller has no library for it on its class path, and needs no more than this. */
final class Json {
    private final StringBuilder json = new StringBuilder("{");

    /** Adds a number or a boolean as it is, and all else as a string. */
    Json put(String name, Object value) {
        if (json.length() > 1) {
            json.append(',');
        }
        quote(json, name);
        json.append(':');
        if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            quote(json, value.toString());
        }
        return this;
    }

    /** Adds fields of another object. */
    Json putAll(String fields) {
        json.append(',').append(fields);
        return this;
    }

    /** The fields without the object around them. */
    String fields() {
        return json.substring(1);
    }

    /** The object on one line. */
    String line() {
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            json.append(text, from, i);
            from = i + 1;
            escape(json, c);
        }
        json.append(text, from, text.length()).append('"');
    }

    private static void escape(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                String digits = Integer.toHexString(c);
                json.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            }
        }
    }
}
