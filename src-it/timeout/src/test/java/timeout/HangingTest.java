package timeout;

import org.junit.jupiter.api.Test;

class HangingTest {
    @Test
    void hangs() throws InterruptedException {
        Thread.sleep(60_000);
    }
}
