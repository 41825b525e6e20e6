package live;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class QuickTest {
    @Test
    void passes() {}

    @Test
    void fails() {
        fail("on purpose");
    }
}
