package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(FixedClock.class)
@Transactional
class MonthlyReportTest {
    @Autowired
    Checkout checkout;

    @Autowired
    SalesReport report;

    @Test
    void isEmptyAtFirst() {
        assertThat(report.turnoverOfThisMonth()).isZero();
    }

    @Test
    void addsUp() {
        checkout.order("a@b.example", "Chair", 1);
        checkout.order("a@b.example", "Chair", 2);
        assertThat(report.turnoverOfThisMonth()).isEqualByComparingTo("447");
    }
}
