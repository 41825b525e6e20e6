package bisect;

import org.junit.jupiter.api.Test;

class HalfTest {
    @Test
    void leavesFuel() {
        Leftovers.OF_TESTS.add("fuel");
    }
}
