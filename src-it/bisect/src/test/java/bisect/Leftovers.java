package bisect;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What tests leave in their JVM, as a cache does that nobody empties. */
final class Leftovers {
    static final Set<String> OF_TESTS = ConcurrentHashMap.newKeySet();

    private Leftovers() {}
}
