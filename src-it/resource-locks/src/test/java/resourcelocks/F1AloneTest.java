package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class F1AloneTest {
    @Test
    void isAlone() throws InterruptedException {
        Shared.alone("F1", "F2", "everything");
    }
}
