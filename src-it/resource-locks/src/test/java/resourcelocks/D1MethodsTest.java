package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Its methods need a lock, not the class. */
class D1MethodsTest {
    @Test
    @ResourceLock("scanner")
    void one() throws InterruptedException {
        Shared.alone("one", "three", "scanner");
    }

    @Test
    @ResourceLock("scanner")
    void two() throws InterruptedException {
        Shared.alone("two", "three", "scanner");
    }
}
