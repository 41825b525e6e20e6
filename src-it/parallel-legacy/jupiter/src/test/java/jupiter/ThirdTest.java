package jupiter;

import org.junit.jupiter.api.Test;

class ThirdTest {
    @Test
    void one() {}
}
