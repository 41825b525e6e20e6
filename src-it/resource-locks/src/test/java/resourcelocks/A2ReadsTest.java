package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(value = "printer", mode = ResourceAccessMode.READ)
class A2ReadsTest {
    @Test
    void uses() throws InterruptedException {
        Shared.together("A2Reads", "A1Reads", "printer");
    }
}
