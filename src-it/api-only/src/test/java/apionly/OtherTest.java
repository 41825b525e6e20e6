package apionly;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherTest {
    @Test
    @Tag("odd")
    void isOdd() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void isPositive(int number) {
        assertTrue(number > 0);
    }
}
