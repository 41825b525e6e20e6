package shop;

import java.math.BigDecimal;
import org.springframework.stereotype.Service;

@Service
public class Prices {
    private static final BigDecimal SHIPPING = new BigDecimal("4.90");

    private final Discount discount;
    private final ExchangeRates rates;
    private final ShopSettings settings;

    Prices(Discount discount, ExchangeRates rates, ShopSettings settings) {
        this.discount = discount;
        this.rates = rates;
        this.settings = settings;
    }

    /** What some pieces cost, with shipping, in the currency of the shop. */
    public BigDecimal total(Product product, int pieces) {
        BigDecimal net = product.getPrice()
                .multiply(BigDecimal.valueOf(pieces))
                .multiply(BigDecimal.valueOf(100 - discount.percent(pieces)))
                .movePointLeft(2);
        BigDecimal shipping = net.compareTo(settings.freeShippingFrom()) >= 0 ? BigDecimal.ZERO : SHIPPING;
        return rates.fromEuro(net.add(shipping), settings.currency());
    }

    public String shown(BigDecimal amount) {
        return amount.setScale(2) + " " + settings.currency();
    }
}
