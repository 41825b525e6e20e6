package history;

import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void passes() {}

    @Test
    void passesToo() {}
}
