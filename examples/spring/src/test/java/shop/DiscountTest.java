package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("wholesale")
@Transactional
class DiscountTest {
    @Autowired
    Discount discount;

    @Test
    void isForAll() {
        assertThat(discount.percent(1)).isEqualTo(20);
    }

    @Test
    void isMoreForMany() {
        assertThat(discount.percent(100)).isEqualTo(30);
    }
}
