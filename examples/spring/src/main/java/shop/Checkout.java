package shop;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class Checkout {
    private final Products products;
    private final Orders orders;
    private final Prices prices;
    private final PaymentGateway payments;
    private final Mailer mailer;
    private final Clock clock;

    Checkout(Products products, Orders orders, Prices prices, PaymentGateway payments, Mailer mailer, Clock clock) {
        this.products = products;
        this.orders = orders;
        this.prices = prices;
        this.payments = payments;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Transactional
    public PurchaseOrder order(String customer, String product, int pieces) {
        Product ordered =
                products.findByName(product).orElseThrow(() -> new IllegalArgumentException("no product " + product));
        BigDecimal total = prices.total(ordered, pieces);
        boolean paid = payments.charge(customer, total);
        PurchaseOrder order =
                orders.save(new PurchaseOrder(customer, ordered, pieces, total, LocalDate.now(clock), paid));
        mailer.send(customer, paid ? "Thank you" : "Please pay " + prices.shown(total));
        return order;
    }
}
