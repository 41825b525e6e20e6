package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CheckoutTest {
    private final SlowStore store = SlowStore.likeADatabase();
    private final Stock stock = new Stock(store);
    private final MailQueue mails = new MailQueue();
    private final Checkout checkout = new Checkout(stock, store, mails);
    private final Cart cart = new Cart();

    @BeforeEach
    void fillTheShelf() {
        stock.receive(Books.DUNE.isbn(), 3);
        stock.receive(Books.EMMA.isbn(), 1);
    }

    @Test
    void refusesAnEmptyCart() {
        assertThrows(IllegalStateException.class, () -> checkout.place("ada@example.org", cart));
    }

    @Nested
    class WithEnoughOnTheShelf {
        @BeforeEach
        void fillTheCart() {
            cart.add(Books.DUNE, 2);
            cart.add(Books.EMMA, 1);
        }

        @Test
        void takesTheBooks() {
            checkout.place("ada@example.org", cart);
            assertEquals(1, stock.copies(Books.DUNE.isbn()));
            assertEquals(0, stock.copies(Books.EMMA.isbn()));
        }

        @Test
        void asksForTheRightAmount() {
            assertEquals(
                    Money.of(31, 38), checkout.place("ada@example.org", cart).paid());
        }

        @Test
        void writesAMail() {
            checkout.place("ada@example.org", cart);
            assertEquals(1, mails.size());
        }

        @Test
        void numbersOrders() {
            assertEquals("00001", checkout.place("ada@example.org", cart).number());
            Cart second = new Cart();
            second.add(Books.DUNE, 1);
            assertEquals("00002", checkout.place("bob@example.org", second).number());
        }
    }

    @Nested
    class WithTooFewOnTheShelf {
        @BeforeEach
        void fillTheCart() {
            cart.add(Books.DUNE, 1);
            cart.add(Books.EMMA, 2);
        }

        @Test
        void saysWhichBookSoldOut() {
            Exception refused =
                    assertThrows(IllegalStateException.class, () -> checkout.place("ada@example.org", cart));
            assertEquals("sold out: Emma", refused.getMessage());
        }

        @Test
        void leavesTheStockAsItWas() {
            assertThrows(IllegalStateException.class, () -> checkout.place("ada@example.org", cart));
            assertEquals(3, stock.copies(Books.DUNE.isbn()));
        }
    }
}
