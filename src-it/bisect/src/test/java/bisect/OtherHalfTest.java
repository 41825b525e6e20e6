package bisect;

import org.junit.jupiter.api.Test;

class OtherHalfTest {
    @Test
    void leavesFire() {
        Leftovers.OF_TESTS.add("fire");
    }
}
