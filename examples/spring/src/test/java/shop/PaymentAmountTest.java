package shop;

import static org.mockito.Mockito.verify;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class PaymentAmountTest {
    @MockitoBean
    PaymentGateway payments;

    @Autowired
    Checkout checkout;

    @Test
    void isTheTotal() {
        checkout.order("a@b.example", "Chair", 1);
        verify(payments).charge("a@b.example", new BigDecimal("149.00"));
    }
}
