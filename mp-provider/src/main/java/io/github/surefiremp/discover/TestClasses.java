package io.github.surefiremp.discover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the test classes that a discovering worker names.
 *
 * <p>The worker sends them over Surefire's own channel as log lines that start with a token only this run knows, so
 * that nothing a test logs can be mistaken for one.
 */
public final class TestClasses {
    /** Follows the token in the line that names a class. */
    public static final String CLASS = " class ";
    /** Follows the token in the line that ends discovery. */
    public static final String END = " end";

    private final String token;
    private final Set<String> names = new LinkedHashSet<>();

    /**
     * @param token what starts each line of discovery; not blank
     */
    public TestClasses(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("discovery needs a token");
        }
        this.token = token;
    }

    /** Whether the line belongs to discovery. */
    public boolean accepts(String line) {
        return line.startsWith(token);
    }

    /**
     * Takes a line that {@link #accepts} accepted.
     *
     * @return all class names once the line ended discovery, else empty
     */
    public Optional<List<String>> take(String line) {
        String rest = line.substring(token.length());
        if (rest.startsWith(CLASS)) {
            names.add(rest.substring(CLASS.length()));
            return Optional.empty();
        }
        if (rest.equals(END)) {
            return Optional.of(new ArrayList<>(names));
        }
        throw new IllegalArgumentException("unknown line of discovery: " + rest);
    }
}
