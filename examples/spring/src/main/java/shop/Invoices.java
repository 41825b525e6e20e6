package shop;

import org.springframework.stereotype.Service;

@Service
public class Invoices {
    private final Prices prices;

    Invoices(Prices prices) {
        this.prices = prices;
    }

    public String number(PurchaseOrder order) {
        return "%d-%02d-%05d"
                .formatted(order.getPlaced().getYear(), order.getPlaced().getMonthValue(), order.getId());
    }

    public String text(PurchaseOrder order) {
        return order.getPieces() + " " + order.getProduct().getName() + ": " + prices.shown(order.getTotal());
    }
}
