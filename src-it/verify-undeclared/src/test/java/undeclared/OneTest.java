package undeclared;

import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void passes() {}
}
