package different;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/** Other in each run. */
class CUnstableTest {
    @Test
    void failsWithAnotherMessage() {
        fail("at " + System.nanoTime());
    }
}
