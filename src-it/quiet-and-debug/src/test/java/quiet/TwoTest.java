package quiet;

import org.junit.jupiter.api.Test;

class TwoTest {
    @Test
    void passes() {}
}
