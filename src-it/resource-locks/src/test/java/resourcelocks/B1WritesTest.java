package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(value = "printer", mode = ResourceAccessMode.READ_WRITE)
class B1WritesTest {
    @Test
    void uses() throws InterruptedException {
        Shared.alone("B1Writes", "B2Writes", "printer");
    }
}
