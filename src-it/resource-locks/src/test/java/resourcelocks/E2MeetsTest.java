package resourcelocks;

import org.junit.jupiter.api.Test;

class E2MeetsTest {
    @Test
    void meets() throws InterruptedException {
        Shared.together("E2", "E1", "room");
    }
}
