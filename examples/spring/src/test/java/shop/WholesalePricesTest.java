package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("wholesale")
@Transactional
class WholesalePricesTest {
    @Autowired
    Prices prices;

    @Test
    void areLower() {
        assertThat(prices.total(new Product("x", new BigDecimal("1000")), 1)).isEqualByComparingTo("800");
    }

    @Test
    void areLowestForHundreds() {
        assertThat(prices.total(new Product("x", BigDecimal.TEN), 100)).isEqualByComparingTo("700");
    }
}
