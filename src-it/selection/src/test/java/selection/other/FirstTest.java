package selection.other;

import org.junit.jupiter.api.Test;

class FirstTest {
    @Test
    void one() {}

    @Test
    void two() {}

    @Test
    void three() {}
}
