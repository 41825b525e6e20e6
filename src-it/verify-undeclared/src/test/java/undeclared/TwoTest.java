package undeclared;

import org.junit.jupiter.api.Test;

class TwoTest {
    @Test
    void passes() {}
}
