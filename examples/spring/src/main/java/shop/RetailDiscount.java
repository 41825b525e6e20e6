package shop;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("!wholesale")
class RetailDiscount implements Discount {
    @Override
    public int percent(int pieces) {
        return pieces >= 10 ? 5 : 0;
    }
}
