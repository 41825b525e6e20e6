package liverun;

import org.junit.jupiter.api.Test;

class BTest extends Waiting {
    @Test
    void waits() throws Exception {
        await();
    }
}
