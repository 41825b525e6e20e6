package selection;

import org.junit.jupiter.api.Test;

class SecondTest {
    @Test
    void one() {}

    @Test
    void two() {}

    @Test
    void three() {}
}
