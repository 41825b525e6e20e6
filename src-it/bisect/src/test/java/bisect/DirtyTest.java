package bisect;

import org.junit.jupiter.api.Test;

class DirtyTest {
    @Test
    void leavesOil() {
        Leftovers.OF_TESTS.add("oil");
    }
}
