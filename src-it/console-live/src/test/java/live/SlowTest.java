package live;

import org.junit.jupiter.api.Test;

class SlowTest extends Waiting {
    @Test
    void waits() throws Exception {
        await();
    }
}
