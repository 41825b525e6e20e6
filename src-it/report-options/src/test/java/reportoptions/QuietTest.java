package reportoptions;

import org.junit.jupiter.api.Test;

class QuietTest {
    @Test
    void one() {}

    @Test
    void two() {}
}
