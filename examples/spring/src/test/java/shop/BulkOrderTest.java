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
class BulkOrderTest {
    @Autowired
    Checkout checkout;

    @Test
    void isPossible() {
        assertThat(checkout.order("a@b.example", "Pen", 1000).getTotal()).isEqualByComparingTo("1960");
    }

    @Test
    void hasALimit() {
        assertThat(checkout.order("a@b.example", "Chair", 1000).isPaid()).isFalse();
    }
}
