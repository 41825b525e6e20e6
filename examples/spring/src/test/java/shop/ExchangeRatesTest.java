package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.currency=USD")
@Transactional
class ExchangeRatesTest {
    @Autowired
    ExchangeRates rates;

    @Test
    void round() {
        assertThat(rates.fromEuro(new BigDecimal("0.05"), "GBP")).isEqualByComparingTo("0.04");
    }

    @Test
    void areNotKnownForAll() {
        assertThatThrownBy(() -> rates.fromEuro(BigDecimal.ONE, "XXX")).hasMessageContaining("XXX");
    }
}
