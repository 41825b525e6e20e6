package threads;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Logs each test, and prints, also from a thread of its own. */
public abstract class Logged {
    private static final Pattern OUTSIDE = Pattern.compile("^.*\\.");

    @BeforeEach
    protected void logStart(TestInfo test) throws InterruptedException {
        String name = name(test);
        Events.log("start " + name);
        System.out.println("out of " + name);
        System.err.println("err of " + name);
        Thread thread = new Thread(() -> System.out.println("thread of " + name));
        thread.start();
        Events.pause(60);
        thread.join();
        System.out.println("more of " + name);
    }

    @AfterEach
    protected void logEnd(TestInfo test) {
        Events.log("end " + name(test));
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
