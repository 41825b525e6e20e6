package history;

import org.junit.jupiter.api.Test;

class ThreeTest {
    @Test
    void passes() {}

    @Test
    void passesToo() {}
}
