package smoke;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {
    @Test
    void adds() {
        System.out.println("adding");
        assertEquals(4, 2 + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void multiplies(int factor) {
        assertEquals(0, 0 * factor);
    }

    @Nested
    class Negative {
        @Test
        void subtracts() {
            assertEquals(-1, 1 - 2);
        }
    }
}
