package testng;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;

public class FirstTest {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    /** Returns at once if another thread of this JVM gets here, too. */
    private static void meet() throws Exception {
        if (Boolean.getBoolean("together")) {
            BOTH.await(20, TimeUnit.SECONDS);
        }
    }

    @Test
    public void one() throws Exception {
        meet();
    }

    @Test(groups = "slow")
    public void two() throws Exception {
        meet();
    }
}
