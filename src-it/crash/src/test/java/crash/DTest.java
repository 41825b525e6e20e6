package crash;

import org.junit.jupiter.api.Test;

class DTest {
    @Test
    void passes() throws InterruptedException {
        Thread.sleep(100);
    }
}
