package testtimeout;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlockTest {
    private final Object one = new Object();
    private final Object other = new Object();
    private final CountDownLatch both = new CountDownLatch(2);

    @Test
    void waitsForItself() throws InterruptedException {
        Thread thread = new Thread(() -> take(other, one), "the-other-thread");
        thread.start();
        take(one, other);
        thread.join();
    }

    private void take(Object first, Object second) {
        synchronized (first) {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            synchronized (second) {
                both.countDown();
            }
        }
    }
}
