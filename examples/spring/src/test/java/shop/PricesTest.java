package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Transactional
class PricesTest {
    @Autowired
    Prices prices;

    @Test
    void includeShipping() {
        assertThat(prices.total(new Product("x", BigDecimal.TEN), 1)).isEqualByComparingTo("14.90");
    }

    @Test
    void shippingIsFreeForMuch() {
        assertThat(prices.total(new Product("x", BigDecimal.TEN), 5)).isEqualByComparingTo("50");
    }

    @Test
    void aDozenIsCheaper() {
        assertThat(prices.total(new Product("x", BigDecimal.TEN), 12)).isEqualByComparingTo("114");
    }
}
