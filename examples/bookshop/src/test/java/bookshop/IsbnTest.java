package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {
    @ParameterizedTest
    @CsvSource({
        "978-0-441-17271-9, 9780441172719",
        "9780141439587, 9780141439587",
        "0-441-17271-7, 9780441172719",
        "0 8044 2957 X, 9780804429573",
    })
    void readsBothForms(String text, String digits) {
        assertEquals(digits, Isbn.parse(text).digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "978", "978044117271X", "9780441172710", "0441172718", "dune"})
    void refusesWhatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Isbn.parse(text));
    }

    @Test
    void saysWhichCheckDigitIsRight() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Isbn.parse("9780441172710"));
        assertTrue(refused.getMessage().endsWith("should be 9"), refused.getMessage());
    }
}
