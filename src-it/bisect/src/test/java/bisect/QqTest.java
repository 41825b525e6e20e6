package bisect;

import org.junit.jupiter.api.Test;

class QqTest {
    @Test
    void leavesNothing() {
        Leftovers.OF_TESTS.remove("nothing");
    }
}
