package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Transactional
class InvoicesTest {
    @Autowired
    Invoices invoices;

    @Autowired
    Checkout checkout;

    @Test
    void sayWhatAndHowMuch() {
        assertThat(invoices.text(checkout.order("a@b.example", "Chair", 1))).isEqualTo("1 Chair: 149.00 EUR");
    }

    @Test
    void haveNumbers() {
        assertThat(invoices.number(checkout.order("a@b.example", "Pen", 1))).matches("\\d{4}-\\d\\d-\\d{5}");
    }
}
