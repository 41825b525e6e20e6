package splitrerun;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isOdd(int number) {
        System.out.println("number " + number);
        assertNotEquals(2, number);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"a,1", "'x, y',2", "'/[method:a()]',3"})
    void hasNames(String text, int number) {
        assertTrue(number > 0, text);
    }
}
