package bisect;

import org.junit.jupiter.api.Test;

class DirtyIT {
    @Test
    void leavesOil() {
        Leftovers.OF_TESTS.add("oil");
    }
}
