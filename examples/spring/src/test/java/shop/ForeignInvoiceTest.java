package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.currency=USD")
@Transactional
class ForeignInvoiceTest {
    @Autowired
    Invoices invoices;

    @Autowired
    Checkout checkout;

    @Test
    void isInDollars() {
        assertThat(invoices.text(checkout.order("a@b.example", "Chair", 1))).endsWith("163.90 USD");
    }
}
