package junit4;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import org.junit.Ignore;
import org.junit.Test;

public class OutcomesTest {
    @Test
    public void passes() {
        System.out.println("passing");
    }

    @Test
    public void fails() {
        System.err.println("failing");
        assertEquals("one", "two");
    }

    @Test
    public void errors() {
        throw new IllegalStateException("broken", new RuntimeException("by this"));
    }

    @Test
    @Ignore("not today")
    public void isIgnored() {}

    @Test
    public void isAssumed() {
        assumeTrue("never", false);
    }

    @Test(expected = IllegalStateException.class)
    public void expects() {
        throw new IllegalStateException();
    }

    @Test(timeout = 100)
    public void takesTooLong() throws InterruptedException {
        Thread.sleep(30_000);
    }
}
