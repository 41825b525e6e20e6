package ends;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Shared;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class Timeout1Test {
    @Test
    void hangs(@Shared(OfTheHanging.class) long own) throws InterruptedException {
        long other = Mp.session().shared(OfTheSession.class);
        new CountDownLatch(1).await();
    }
}
