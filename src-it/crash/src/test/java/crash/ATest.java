package crash;

import org.junit.jupiter.api.Test;

class ATest {
    @Test
    void passes() throws InterruptedException {
        Thread.sleep(100);
    }
}
