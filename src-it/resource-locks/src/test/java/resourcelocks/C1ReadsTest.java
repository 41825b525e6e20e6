package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(value = "printer", mode = ResourceAccessMode.READ)
class C1ReadsTest {
    @Test
    void uses() throws InterruptedException {
        Shared.passes("C1Reads", "printer");
    }
}
