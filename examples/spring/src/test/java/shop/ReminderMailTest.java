package shop;

import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Transactional
class ReminderMailTest {
    @MockitoBean
    Mailer mailer;

    @Autowired
    Checkout checkout;

    @Test
    void asksForMoney() {
        checkout.order("a@b.example", "Chair", 100);
        verify(mailer).send("a@b.example", "Please pay 14155.00 EUR");
    }
}
