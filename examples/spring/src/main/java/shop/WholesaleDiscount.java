package shop;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("wholesale")
class WholesaleDiscount implements Discount {
    @Override
    public int percent(int pieces) {
        return pieces >= 100 ? 30 : 20;
    }
}
