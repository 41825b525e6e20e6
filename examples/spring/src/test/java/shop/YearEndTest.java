package shop;

import static org.assertj.core.api.Assertions.assertThat;

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
class YearEndTest {
    @Autowired
    Checkout checkout;

    @Autowired
    SalesReport report;

    @Test
    void isInPounds() {
        checkout.order("a@b.example", "Chair", 10);
        assertThat(report.turnoverOfLastDays(365)).isEqualByComparingTo("1013.20");
    }
}
