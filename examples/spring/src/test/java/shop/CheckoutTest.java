package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "shop.currency=USD")
@Transactional
class CheckoutTest {
    @Autowired
    Checkout checkout;

    @Test
    void paysInDollars() {
        assertThat(checkout.order("a@b.example", "Desk lamp", 2).getTotal()).isEqualByComparingTo("85.80");
    }

    @Test
    void isPaid() {
        assertThat(checkout.order("a@b.example", "Pen", 1).isPaid()).isTrue();
    }

    @Test
    void needsAProduct() {
        assertThatThrownBy(() -> checkout.order("a@b.example", "Piano", 1)).hasMessage("no product Piano");
    }
}
