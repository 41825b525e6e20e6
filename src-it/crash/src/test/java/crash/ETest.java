package crash;

import org.junit.jupiter.api.Test;

class ETest {
    @Test
    void passes() throws InterruptedException {
        Thread.sleep(100);
    }
}
