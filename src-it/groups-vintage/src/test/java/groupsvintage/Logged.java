package groupsvintage;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TestName;

/** Logs each test. */
public abstract class Logged {
    /** The test that runs. */
    @Rule
    public final TestName name = new TestName();

    private String started;

    /** Before each test. */
    @Before
    public void logStart() {
        started = Events.start(getClass().getSimpleName() + "." + name.getMethodName());
        Events.pause(50);
    }

    /** After each test. */
    @After
    public void logEnd() {
        Events.end(started);
    }
}
