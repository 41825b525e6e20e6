package shop;

import java.math.BigDecimal;
import org.springframework.stereotype.Component;

@Component
public class PaymentGateway {
    /** Whether the customer can pay that. */
    public boolean charge(String customer, BigDecimal amount) {
        return amount.compareTo(new BigDecimal("10000")) < 0 && !customer.isBlank();
    }
}
