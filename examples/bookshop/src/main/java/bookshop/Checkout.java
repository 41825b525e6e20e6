package bookshop;

import java.util.Map;

/** Turns a cart into an order. */
public final class Checkout {
    private final Stock stock;
    private final Store store;
    private final MailQueue mails;

    public Checkout(Stock stock, Store store, MailQueue mails) {
        this.stock = stock;
        this.store = store;
        this.mails = mails;
    }

    /** An order that was placed. */
    public record Order(String number, String customer, Money paid) {}

    /**
     * Places the order, or leaves the stock as it was.
     *
     * @throws IllegalStateException if the cart is empty or a book has sold out
     */
    public Order place(String customer, Cart cart) {
        if (cart.isEmpty()) {
            throw new IllegalStateException("the cart is empty");
        }
        for (Map.Entry<Book, Integer> line : cart.lines().entrySet()) {
            if (stock.copies(line.getKey().isbn()) < line.getValue()) {
                throw new IllegalStateException("sold out: " + line.getKey().title());
            }
        }
        cart.lines().forEach((book, copies) -> stock.take(book.isbn(), copies));
        String number = String.format("%05d", store.keys("order/").size() + 1);
        Order order = new Order(number, customer, PriceRules.toPay(cart));
        store.put("order/" + number, customer + "\t" + order.paid().cents());
        mails.add(new MailQueue.Mail(customer, "Your order " + number));
        return order;
    }
}
