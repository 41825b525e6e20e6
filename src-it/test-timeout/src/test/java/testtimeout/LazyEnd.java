package testtimeout;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LazyEnd {
    @Test
    void leavesAThreadAndAHookThatHang() {
        new Thread(LazyEnd::hang, "left-behind").start();
        Runtime.getRuntime().addShutdownHook(new Thread(LazyEnd::hang));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
