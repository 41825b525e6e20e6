package shop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Transactional
class NoMailTest {
    @MockitoBean
    Mailer mailer;

    @Autowired
    Checkout checkout;

    @Test
    void goesOutWithoutAnOrder() {
        assertThatThrownBy(() -> checkout.order("a@b.example", "Piano", 1)).isNotNull();
        verify(mailer, never()).send(any(), any());
    }
}
