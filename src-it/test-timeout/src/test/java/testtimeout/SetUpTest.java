package testtimeout;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SetUpTest {
    @BeforeAll
    static void hangs() throws InterruptedException {
        // Nor does its JVM want to end.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        }));
        new CountDownLatch(1).await();
    }

    @Test
    void neverRuns() {}
}
