package liverun;

import org.junit.jupiter.api.Test;

class DTest extends Waiting {
    @Test
    void waits() throws Exception {
        await();
    }
}
