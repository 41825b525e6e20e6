package resourcelocks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class F2AloneTest {
    @Test
    void isAlone() throws InterruptedException {
        Shared.alone("F2", "F1", "everything");
    }
}
