package junit4;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.junit.experimental.categories.Category;

public class SecondTest {
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

    @Test
    @Category(Slow.class)
    public void two() throws Exception {
        meet();
    }
}
