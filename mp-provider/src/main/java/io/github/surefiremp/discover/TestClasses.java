package io.github.surefiremp.discover;

import io.github.surefiremp.model.TestClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words in which a worker tells what it found, and how a controller collects them.
 *
 * <p>They travel over Surefire's own channel as log lines that start with a token only this run knows, so that nothing
 * a test logs can be mistaken for one.
 */
public final class TestClasses {
    /** Follows the token in the line that tells of a class. */
    private static final String CLASS = " class ";
    /** Follows the token in the line that ends discovery. */
    private static final String END = " end";

    private final String token;
    private final Map<String, TestClass> found = new LinkedHashMap<>();

    /**
     * @param token what starts each line of discovery; not blank
     */
    public TestClasses(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("discovery needs a token");
        }
        this.token = token;
    }

    /** The line with which a worker tells of a class. */
    public static String line(String token, TestClass found) {
        return token + CLASS + DiscoveryText.format(found);
    }

    /** The line with which a worker ends discovery. */
    public static String end(String token) {
        return token + END;
    }

    /** Whether the line belongs to discovery. */
    public boolean accepts(String line) {
        return line.startsWith(token + CLASS) || line.equals(token + END);
    }

    /**
     * Takes a line that {@link #accepts} accepted.
     *
     * @return all classes since the last end once the line ended a discovery, else empty
     */
    public Optional<List<TestClass>> take(String line) {
        if (line.equals(token + END)) {
            List<TestClass> all = new ArrayList<>(found.values());
            found.clear();
            return Optional.of(all);
        }
        if (line.startsWith(token + CLASS)) {
            TestClass next = DiscoveryText.parse(line.substring(token.length() + CLASS.length()));
            found.putIfAbsent(next.name(), next);
            return Optional.empty();
        }
        throw new IllegalArgumentException("unknown line of discovery: " + line);
    }
}
