package twelvesleeps;

import org.junit.jupiter.api.Test;

abstract class Base {
    @Test
    void sleeps() throws InterruptedException {
        Thread.sleep(1_000);
    }
}
