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
class WeeklyReportTest {
    @Autowired
    Checkout checkout;

    @Autowired
    SalesReport report;

    @Test
    void leavesOutWhatIsNotPaid() {
        checkout.order("a@b.example", "Chair", 1000);
        assertThat(report.turnoverOfLastDays(7)).isZero();
    }

    @Test
    void includesToday() {
        checkout.order("a@b.example", "Chair", 1);
        assertThat(report.turnoverOfLastDays(0)).isEqualByComparingTo("149");
    }
}
