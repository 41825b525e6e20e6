package failsafe;

import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void one() {}

    @Test
    void two() {}
}
