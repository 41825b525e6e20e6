package liverun;

import org.junit.jupiter.api.Test;

class ATest extends Waiting {
    @Test
    void waits() throws Exception {
        await();
    }
}
