package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    private static final Duration PRINTER = Duration.ofMillis(250);

    private final Cart cart = new Cart();

    @BeforeEach
    void warmUpThePrinter() {
        Pause.of(PRINTER);
    }

    @Test
    void listsTheLinesByTitle() {
        cart.add(Books.PERSUASION, 1);
        cart.add(Books.EMMA, 2);
        assertEquals("""
                Invoice 00042 for ada@example.org
                2 x Emma  15.00
                1 x Persuasion  8.25
                To pay: 27.15
                """, print());
    }

    @Test
    void namesTheCustomer() {
        cart.add(Books.DUNE, 1);
        assertTrue(print().contains("ada@example.org"));
    }

    @Test
    void showsCentsWithTwoDigits() {
        cart.add(new Book(Books.DUNE.isbn(), "Dune", "Frank Herbert", Money.of(40, 5)), 1);
        assertTrue(print().endsWith("To pay: 40.05\n"));
    }

    private String print() {
        Pause.of(PRINTER);
        return Invoice.text(new Checkout.Order("00042", "ada@example.org", PriceRules.toPay(cart)), cart);
    }
}
