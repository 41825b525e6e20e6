package bisect;

import org.junit.jupiter.api.Test;

class CalmTest {
    @Test
    void leavesNothing() {
        Leftovers.OF_TESTS.remove("nothing");
    }
}
