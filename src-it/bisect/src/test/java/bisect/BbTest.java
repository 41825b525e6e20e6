package bisect;

import org.junit.jupiter.api.Test;

class BbTest {
    @Test
    void leavesNothing() {
        Leftovers.OF_TESTS.remove("nothing");
    }
}
