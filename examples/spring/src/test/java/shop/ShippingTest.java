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
class ShippingTest {
    @Autowired
    Prices prices;

    @Autowired
    ShopSettings settings;

    @Test
    void isFreeForMoreOnly() {
        assertThat(settings.freeShippingFrom()).isEqualByComparingTo("500");
    }

    @Test
    void costsSomething() {
        assertThat(prices.total(new Product("x", BigDecimal.TEN), 10)).isEqualByComparingTo("84.90");
    }
}
