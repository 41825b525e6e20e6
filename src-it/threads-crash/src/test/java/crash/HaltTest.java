package crash;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of its tests ends the JVM while all others run beside it. */
@Parallelizable(Scope.CHILDREN)
class HaltTest {
    private static final CountDownLatch BEGUN = new CountDownLatch(5);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @BeforeEach
    void begins(TestInfo test) {
        System.out.println("out of " + test.getDisplayName());
        BEGUN.countDown();
    }

    @AfterEach
    void ends(TestInfo test) {
        System.out.println("end of " + test.getDisplayName());
    }

    @Test
    void beside() throws InterruptedException {
        waits();
    }

    @Test
    void halts() throws InterruptedException {
        BEGUN.await(1, TimeUnit.SECONDS);
        Runtime.getRuntime().halt(7);
    }

    @Test
    void quick() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void twice(int i) throws InterruptedException {
        waits();
    }

    @Nested
    class Inner {
        @Test
        void besideToo() throws InterruptedException {
            waits();
        }
    }

    /** Until the JVM ends if all began in it; not where they run again. */
    private static void waits() throws InterruptedException {
        NEVER.await(500, TimeUnit.MILLISECONDS);
    }
}
