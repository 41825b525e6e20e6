package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Needs no database, and does not wait for one. */
class VatTest {
    @ParameterizedTest
    @CsvSource({"20, 10.00, 12.00", "0, 10.00, 10.00", "19, 0.01, 0.01", "7, 0.50, 0.54", "20, 0, 0.00"})
    void isAddedAndRounded(int percent, BigDecimal net, BigDecimal gross) {
        assertEquals(gross, new Vat(percent).included(net));
    }

    @Test
    void isNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Vat(-1));
    }
}
