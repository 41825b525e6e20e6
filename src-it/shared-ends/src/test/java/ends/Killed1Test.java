package ends;

import io.github.surefiremp.coordination.Mp;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class Killed1Test {
    @Test
    void keeps() throws InterruptedException {
        long kept = Mp.shared(OfTheWorker.class);
        new CountDownLatch(1).await();
    }
}
