package selection.other;

import org.junit.jupiter.api.Test;

class FarTest {
    @Test
    void one() {}

    @Test
    void two() {}

    @Test
    void three() {}
}
