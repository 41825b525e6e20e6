package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class UnpaidOrderTest {
    @MockitoBean
    PaymentGateway payments;

    @Autowired
    Checkout checkout;

    @Autowired
    Orders orders;

    @Test
    void isKept() {
        checkout.order("a@b.example", "Chair", 1);
        assertThat(orders.findByCustomer("a@b.example")).hasSize(1);
    }

    @Test
    void isNotPaid() {
        assertThat(checkout.order("a@b.example", "Pen", 1).isPaid()).isFalse();
    }
}
