package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.currency=GBP")
@ActiveProfiles("wholesale")
@Import(FixedClock.class)
@Transactional
class CommissionTest {
    @Autowired
    Prices prices;

    @Test
    void isInPounds() {
        assertThat(prices.shown(new BigDecimal("3"))).isEqualTo("3.00 GBP");
    }

    @Test
    void isOfTheWholesalePrice() {
        assertThat(prices.total(new Product("x", new BigDecimal("1000")), 1)).isEqualByComparingTo("680");
    }
}
