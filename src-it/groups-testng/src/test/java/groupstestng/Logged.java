package groupstestng;

import java.lang.reflect.Method;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;

/** Logs each test. */
public abstract class Logged {
    private String started;

    /** Before each test. */
    @BeforeMethod
    public void logStart(Method test) {
        started = Events.start(getClass().getSimpleName() + "." + test.getName());
        Events.pause(50);
    }

    /** After each test. */
    @AfterMethod
    public void logEnd() {
        Events.end(started);
    }
}
