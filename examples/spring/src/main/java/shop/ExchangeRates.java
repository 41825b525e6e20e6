package shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
public class ExchangeRates {
    private static final Map<String, BigDecimal> PER_EURO =
            Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.10"), "GBP", new BigDecimal("0.85"));

    public BigDecimal fromEuro(BigDecimal amount, String currency) {
        BigDecimal rate = PER_EURO.get(currency);
        if (rate == null) {
            throw new IllegalArgumentException("no rate for " + currency);
        }
        return amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }
}
