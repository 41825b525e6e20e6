package patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.surefiremp.annotations.NotParallelizable;
import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Pattern 4: two groups of tests that run at the same time, and what is counted between them. Tests of a group meet at
 * a barrier; where they run one after another, as in an IDE, nobody comes and that is left out.
 */
@Parallelizable(Scope.CHILDREN)
@TestMethodOrder(MethodOrderer.MethodName.class)
class SharedStateTest {
    private static final CyclicBarrier BARRIER = new CyclicBarrier(3);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int SECONDS = Integer.getInteger("patterns.seconds", 2);

    @Test
    void a1() throws InterruptedException {
        meet();
    }

    @Test
    void a2() throws InterruptedException {
        meet();
    }

    @Test
    void a3() throws InterruptedException {
        meet();
    }

    @Test
    @NotParallelizable
    void b_theFirstGroupHasEnded() {
        assertEquals(3, COUNT.get());
    }

    @Test
    void c1() throws InterruptedException {
        meet();
    }

    @Test
    void c2() throws InterruptedException {
        meet();
    }

    @Test
    void c3() throws InterruptedException {
        meet();
    }

    @Test
    @NotParallelizable
    void d_bothHaveEnded() {
        assertEquals(6, COUNT.get());
    }

    private static void meet() throws InterruptedException {
        COUNT.incrementAndGet();
        boolean met;
        try {
            BARRIER.await(SECONDS, TimeUnit.SECONDS);
            met = true;
        } catch (BrokenBarrierException | TimeoutException e) {
            met = false;
            BARRIER.reset();
        }
        assumeTrue(met, "nobody runs beside this test");
    }
}
