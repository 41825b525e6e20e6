package rootstore;

import org.junit.jupiter.api.Test;

abstract class Base {
    @Test
    void runs() throws InterruptedException {
        Meeting.await();
    }
}
