package a;

import org.junit.jupiter.api.Test;

class AlwaysTest {
    @Test
    void passesSlowly() throws InterruptedException {
        Thread.sleep(400);
    }
}
