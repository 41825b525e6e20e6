package bisect;

import org.junit.jupiter.api.Test;

class AaTest {
    @Test
    void leavesNothing() {
        Leftovers.OF_TESTS.remove("nothing");
    }
}
