package testtimeout;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class HangingTest {
    @Test
    void a_passes() {}

    @Test
    void b_hangs() {
        waitHereForEver();
    }

    @Test
    void c_passes() {}

    private static void waitHereForEver() {
        boolean released = false;
        while (!released) {
            try {
                new CountDownLatch(1).await();
                released = true;
            } catch (InterruptedException e) {
                // It does not want to end.
            }
        }
    }
}
