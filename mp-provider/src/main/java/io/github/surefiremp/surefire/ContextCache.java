package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many contexts Spring's test framework keeps in a worker. By itself it keeps 32, whatever mp counts with; so it is told
 * the number that mp has, unless the user has told it one. Of the two, mp counts with the smaller one.
 */
public final class ContextCache {
    /** Spring's own setting. */
    static final String MOST = "spring.test.context.cache.maxSize";

    private static final Pattern ARGUMENT = Pattern.compile("(?:^|\\s)[\"']?-D" + Pattern.quote(MOST) + "=(\\d+)");
    private static final Pattern JAR = Pattern.compile(".*[/\\\\]spring-test-[^/\\\\]*\\.jar");

    private ContextCache() {}

    /**
     * The same hand-off with no more set-ups for each worker than Spring would keep there.
     *
     * @param ofUser the system properties that the user gives to the tests
     */
    public static Handoff limit(Handoff handoff, Properties ofUser) {
        return ofUser(handoff, ofUser)
                .filter(most -> most >= 1 && most < handoff.setUpsPerWorker())
                .map(handoff::withSetUpsPerWorker)
                .orElse(handoff);
    }

    /**
     * Tells Spring, where it is there and mp brings classes with the same context together.
     *
     * @param properties of a worker, with those of the user
     */
    static void tell(Handoff handoff, Collection<String> testClassPath, Properties properties) {
        if (handoff.bringsTogether()
                && ofUser(handoff, properties).isEmpty()
                && testClassPath.stream().anyMatch(path -> JAR.matcher(path).matches())) {
            properties.setProperty(MOST, Integer.toString(handoff.setUpsPerWorker()));
        }
    }

    private static Optional<Integer> ofUser(Handoff handoff, Properties properties) {
        String property = properties.getProperty(MOST);
        Matcher argument = ARGUMENT.matcher(handoff.argLine());
        try {
            return property != null
                    ? Optional.of(Integer.parseInt(property.trim()))
                    : argument.find() ? Optional.of(Integer.parseInt(argument.group(1))) : Optional.empty();
        } catch (NumberFormatException e) {
            // Spring will tell; what is not a number limits nothing here, and must stay as it is.
            return Optional.of(Integer.MAX_VALUE);
        }
    }
}
