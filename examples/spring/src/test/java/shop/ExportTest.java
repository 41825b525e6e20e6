package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.currency=GBP")
@ActiveProfiles("wholesale")
@Import(FixedClock.class)
@Transactional
class ExportTest {
    @Autowired
    Checkout checkout;

    @Autowired
    Invoices invoices;

    @Test
    void hasWholesaleInvoices() {
        assertThat(invoices.text(checkout.order("a@b.example", "Desk lamp", 100)))
                .isEqualTo("100 Desk lamp: 2320.50 GBP");
    }
}
