package liverun;

import org.junit.jupiter.api.Test;

class CTest extends Waiting {
    @Test
    void waits() throws Exception {
        await();
    }
}
