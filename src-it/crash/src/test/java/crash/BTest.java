package crash;

import org.junit.jupiter.api.Test;

class BTest {
    @Test
    void passes() throws InterruptedException {
        Thread.sleep(100);
    }
}
