package bisect;

import org.junit.jupiter.api.Test;

class CalmIT {
    @Test
    void leavesNothing() {
        Leftovers.OF_TESTS.remove("nothing");
    }
}
