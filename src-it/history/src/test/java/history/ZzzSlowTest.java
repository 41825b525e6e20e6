package history;

import org.junit.jupiter.api.Test;

class ZzzSlowTest {
    @Test
    void sleeps() throws InterruptedException {
        Thread.sleep(1_500);
    }
}
