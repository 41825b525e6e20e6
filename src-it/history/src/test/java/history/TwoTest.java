package history;

import org.junit.jupiter.api.Test;

class TwoTest {
    @Test
    void passes() {}

    @Test
    void passesToo() {}
}
