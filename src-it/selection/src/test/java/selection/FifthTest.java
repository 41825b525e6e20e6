package selection;

import org.junit.jupiter.api.Test;

class FifthTest {
    @Test
    void one() {}

    @Test
    void two() {}

    @Test
    void three() {}
}
