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
class InvoiceNumberTest {
    @Autowired
    Checkout checkout;

    @Autowired
    Invoices invoices;

    @Test
    void startsWithTheMonth() {
        assertThat(invoices.number(checkout.order("a@b.example", "Pen", 1))).startsWith("2024-02-");
    }
}
