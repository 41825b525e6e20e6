package forkkilled;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {
    @Test
    void waits() throws InterruptedException {
        TimeUnit.MINUTES.sleep(2);
        fail("it was not ended");
    }
}
