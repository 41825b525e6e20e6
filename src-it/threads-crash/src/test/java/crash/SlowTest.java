package crash;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One of its tests never ends; another one began later and is open when the first one has taken too long. */
@Parallelizable(Scope.CHILDREN)
class SlowTest {
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final CountDownLatch HANGS = new CountDownLatch(1);
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Test
    void hangs() throws InterruptedException {
        HANGS.countDown();
        NEVER.await();
    }

    @Test
    void quick() {}

    @Test
    @ResourceLock("one after the other")
    void one() throws InterruptedException {
        waits();
    }

    @Test
    @ResourceLock("one after the other")
    void two() throws InterruptedException {
        waits();
    }

    /** The first one for a while, so that the second one begins well after the one that hangs. */
    private static void waits() throws InterruptedException {
        if (BEGUN.compareAndSet(false, true)) {
            NEVER.await(1000, TimeUnit.MILLISECONDS);
        } else if (HANGS.getCount() == 0) {
            NEVER.await(10, TimeUnit.SECONDS);
        }
    }
}
