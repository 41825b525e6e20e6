package sales;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Value added tax.
 *
 * @param percent of the net price
 */
public record Vat(int percent) {
    public Vat {
        if (percent < 0) {
            throw new IllegalArgumentException("a tax of " + percent + " %");
        }
    }

    /** The price with the tax, rounded to cents. */
    public BigDecimal included(BigDecimal net) {
        return net.multiply(BigDecimal.valueOf(100 + percent, 2)).setScale(2, RoundingMode.HALF_UP);
    }
}
