package bookshop;

import java.util.Comparator;
import java.util.Map;

/** The text of an invoice. */
public final class Invoice {
    private Invoice() {}

    public static String text(Checkout.Order order, Cart cart) {
        StringBuilder text = new StringBuilder("Invoice " + order.number() + " for " + order.customer() + "\n");
        cart.lines().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Book::title)))
                .forEach(line -> text.append(line.getValue())
                        .append(" x ")
                        .append(line.getKey().title())
                        .append("  ")
                        .append(line.getKey().price().times(line.getValue()))
                        .append('\n'));
        return text.append("To pay: ").append(order.paid()).append('\n').toString();
    }
}
