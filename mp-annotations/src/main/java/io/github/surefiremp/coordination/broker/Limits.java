package io.github.surefiremp.coordination.broker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a broker keeps.
 *
 * @param value bytes of one value
 * @param total bytes of all values and keys of a board
 */
public record Limits(int value, long total) {
    /** A value of 1 MiB, a board of 64 MiB. */
    public static final Limits DEFAULT = new Limits(1 << 20, 64L << 20);

    /** Characters of a name or key. */
    private static final int NAME = 1_000;

    /** What speaks against a name or key. */
    public static Optional<String> checkName(String name) {
        return name.length() <= NAME
                ? Optional.empty()
                : Optional.of("a name of " + name.length() + " characters is too long, " + NAME + " are allowed: "
                        + name.substring(0, 50) + "…");
    }

    /**
     * What speaks against a value.
     *
     * @param what the value, for the message
     */
    public Optional<String> check(String what, byte[] bytes) {
        return bytes.length <= value
                ? Optional.empty()
                : Optional.of(what + " has " + bytes.length + " bytes when serialized, and at most " + value
                        + " are allowed; write it to a file and share the file's path");
    }

    @Nullable
    String violation(String key, byte[] bytes, long after) {
        Optional<String> tooLarge = check("the value of \"" + key + '"', bytes);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        if (after > total) {
            return "with the " + bytes.length + " bytes of \"" + key + "\" the message board would hold " + after
                    + ", and at most " + total + " are allowed; remove what is no longer needed, or share files' paths";
        }
        return null;
    }
}
