package patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** Pattern 5: more tests than there are connections; each borrows one, and none is lent twice at the same time. */
@Parallelizable(Scope.ALL)
class PoolTest {
    private static final int SIZE = 2;
    private static final Pool<AtomicInteger> POOL = new Pool<>(SIZE, AtomicInteger::new);
    private static final AtomicInteger LENT = new AtomicInteger();

    @AfterAll
    static void noMoreThanNeeded() {
        assertTrue(POOL.made() <= SIZE);
        assertEquals(0, LENT.get());
    }

    @RepeatedTest(12)
    void aConnectionIsForOneTestAtATime() throws InterruptedException {
        try (Pool.Lent<AtomicInteger> connection = POOL.borrow()) {
            assertTrue(LENT.incrementAndGet() <= SIZE);
            assertEquals(1, connection.thing().incrementAndGet());
            Thread.sleep(20);
            assertEquals(0, connection.thing().decrementAndGet());
            LENT.decrementAndGet();
        }
    }
}
