package bisect;

import org.junit.jupiter.api.Test;

class EeTest {
    @Test
    void leavesNothing() {
        Leftovers.OF_TESTS.remove("nothing");
    }
}
