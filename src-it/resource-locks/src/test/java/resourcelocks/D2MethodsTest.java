package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

class D2MethodsTest {
    @Test
    @ResourceLock("scanner")
    void three() throws InterruptedException {
        Shared.alone("three", "one", "scanner");
    }

    @Test
    void needsNothing() {}
}
