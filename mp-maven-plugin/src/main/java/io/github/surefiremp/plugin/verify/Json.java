package io.github.surefiremp.plugin.verify;

/** Writes JSON, one member or element a line, without indentation. */
public final class Json {
    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;
    private boolean isAfterKey;

    /** Adds it. */
    public Json open(char bracket) {
        separate();
        text.append(bracket);
        isFirst = true;
        return this;
    }

    /** Adds it. */
    public Json close(char bracket) {
        text.append(bracket);
        isFirst = false;
        return this;
    }

    /** Adds it. */
    public Json key(String key) {
        separate();
        quote(key);
        text.append(':');
        isAfterKey = true;
        return this;
    }

    /** Adds it. */
    public Json value(String value) {
        separate();
        quote(value);
        return this;
    }

    /** Adds it. */
    public Json value(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** Adds it. */
    public Json value(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /** All of it. */
    public String text() {
        return text + "\n";
    }

    /** Adds a member. */
    public Json put(String key, String value) {
        return key(key).value(value);
    }

    /** Adds a member. */
    public Json put(String key, long value) {
        return key(key).value(value);
    }

    /** Adds a member. */
    public Json put(String key, boolean value) {
        return key(key).value(value);
    }

    private void separate() {
        if (!isAfterKey && !isFirst) {
            text.append(",\n");
        }
        isAfterKey = false;
        isFirst = false;
    }

    private void quote(String value) {
        text.append('"');
        value.chars().forEach(each -> {
            char c = (char) each;
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        });
        text.append('"');
    }
}
