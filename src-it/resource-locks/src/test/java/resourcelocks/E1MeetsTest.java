package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Who needs another lock, or none, runs beside. */
class E1MeetsTest {
    @Test
    @ResourceLock("plotter")
    void meets() throws InterruptedException {
        Shared.together("E1", "E2", "room");
    }
}
