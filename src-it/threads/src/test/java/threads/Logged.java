package threads;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Logs each test, and prints, also from a thread of its own. */
public abstract class Logged {
    private static final long DEADLINE_MILLIS = 30_000;
    private static final boolean THREADS = Integer.getInteger("threads") > 1;
    /** Where there are threads, these wait for each other. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("ChildrenTest.a", "ChildrenTest.b"),
            List.of("ChildrenTest.x", "ChildrenTest.y"),
            List.of("ParametersTest.p#1", "ParametersTest.p#2"),
            List.of("ParametersTest.r#1", "ParametersTest.r#2"),
            List.of("AllTest.a", "AllTest.b"),
            List.of("AllTest.p#1", "AllTest.p#2"),
            List.of("MixedTest.a1", "MixedTest.a2"),
            List.of("MixedTest.c1", "MixedTest.c2"),
            List.of("OwnTest.b1", "OwnTest.b2"),
            List.of("LockedTest.a", "LockedTest.b"),
            List.of("OneInstanceTest.a", "OneInstanceTest.b"),
            List.of("OneTest.a", "TwoTest.a"));

    private static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();
    private static final Pattern OUTSIDE = Pattern.compile("^.*\\.");

    @BeforeEach
    protected void logStart(TestInfo test) throws InterruptedException {
        String name = name(test);
        Events.log("start " + name);
        System.out.println("out of " + name);
        System.err.println("err of " + name);
        Thread thread = new Thread(() -> System.out.println("thread of " + name));
        thread.start();
        // Long enough to be seen by others that must not be there.
        Events.pause(40);
        meet(name);
        thread.join();
        System.out.println("more of " + name);
    }

    @AfterEach
    protected void logEnd(TestInfo test) {
        Events.log("end " + name(test));
    }

    private static void meet(String name) {
        BEGUN.add(name);
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (THREADS && PAIRS.stream().anyMatch(pair -> pair.contains(name) && !BEGUN.containsAll(pair))) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("nobody ran beside " + name);
            }
            Events.pause(10);
        }
    }

    private String name(TestInfo test) {
        String type = OUTSIDE.matcher(getClass().getName()).replaceFirst("");
        String method = test.getTestMethod().orElseThrow().getName();
        String display = test.getDisplayName();
        return type + "." + method
                + (display.startsWith("[") || display.startsWith("repetition")
                        ? "#" + display.replaceAll("[^0-9]*([0-9]+).*", "$1")
                        : "");
    }
}
