package freshjvm;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Logs each test. */
public abstract class Logged {
    private String started;

    @BeforeEach
    void logStart(TestInfo test) {
        String type = test.getTestClass().orElseThrow().getName();
        String method = test.getTestMethod().orElseThrow().getName();
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + method;
        System.out.println("out of " + name);
        Events.lookAround();
        started = Events.start(name);
        // Long enough to be seen by others that must not be there.
        Events.pause(50);
    }

    @AfterEach
    void logEnd() {
        Events.end(started);
    }
}
