package two;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("database")
class FirstTest {
    @Test
    void takesSomeTime() throws InterruptedException {
        Thread.sleep(300);
    }
}
