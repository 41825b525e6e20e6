package queue;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Its parts may run on several machines. */
@MpGroup(value = "parts", strategy = Strategy.FREE)
class PartsTest {
    @Test
    void first() throws InterruptedException {
        Thread.sleep(300);
    }

    @Test
    void second() throws InterruptedException {
        Thread.sleep(300);
    }

    @Test
    void third() throws InterruptedException {
        Thread.sleep(300);
    }
}
