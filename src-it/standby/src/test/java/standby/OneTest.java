package standby;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void first() {
        assertEquals("one", "o" + "ne");
    }

    @Nested
    class Inner {
        @Test
        void second() {}
    }
}
