package standby;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class TwoTest {
    @Test
    void first() {
        System.out.println("printed");
    }

    @Test
    void skipped() {
        assumeTrue(false, "as the test wants it");
    }
}
