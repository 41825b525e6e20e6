package crash;

import org.junit.jupiter.api.Test;

class CTest {
    @Test
    void passes() throws InterruptedException {
        Thread.sleep(100);
    }
}
