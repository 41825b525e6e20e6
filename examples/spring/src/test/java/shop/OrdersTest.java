package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Transactional
class OrdersTest {
    @Autowired
    Orders orders;

    @Autowired
    Checkout checkout;

    @Test
    void areFoundByCustomer() {
        checkout.order("a@b.example", "Pen", 1);
        assertThat(orders.findByCustomer("a@b.example")).hasSize(1);
    }

    @Test
    void areRolledBackAfterEachTest() {
        assertThat(orders.count()).isZero();
    }
}
