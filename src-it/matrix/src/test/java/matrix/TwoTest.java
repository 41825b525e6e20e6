package matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void passes(int number) {
        System.out.println("out of Two " + number);
    }

    @Test
    void fails() {
        assertEquals(1, 2, "on purpose");
    }

    @Test
    @Disabled("on purpose")
    void isDisabled() {}

    @Test
    void isAborted() {
        assumeTrue(false, "on purpose");
    }

    @Nested
    class Inner {
        @Test
        void breaks() {
            throw new IllegalStateException("on purpose");
        }
    }
}
