package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.currency=USD")
@Transactional
class DollarPricesTest {
    @Autowired
    Prices prices;

    @Test
    void areConverted() {
        assertThat(prices.total(new Product("x", new BigDecimal("100")), 1)).isEqualByComparingTo("110");
    }

    @Test
    void areShownSo() {
        assertThat(prices.shown(BigDecimal.ONE)).isEqualTo("1.00 USD");
    }
}
