package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(FixedClock.class)
@Transactional
class OrderDayTest {
    @Autowired
    Checkout checkout;

    @Test
    void isToday() {
        assertThat(checkout.order("a@b.example", "Pen", 1).getPlaced()).isEqualTo(LocalDate.of(2024, 2, 29));
    }
}
