package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CartTest {
    private final Cart cart = new Cart();

    @Nested
    class WhenEmpty {
        @Test
        void costsNothing() {
            assertEquals(Money.ZERO, cart.total());
        }

        @Test
        void hasNoCopies() {
            assertTrue(cart.isEmpty());
            assertEquals(0, cart.copies());
        }

        @Test
        void refusesNoCopies() {
            assertThrows(IllegalArgumentException.class, () -> cart.add(Books.DUNE, 0));
        }
    }

    @Nested
    class WithBooks {
        @BeforeEach
        void fill() {
            cart.add(Books.DUNE, 1);
            cart.add(Books.EMMA, 2);
        }

        @Test
        void addsUp() {
            assertEquals(Money.of(24, 99), cart.total());
        }

        @Test
        void joinsLinesOfOneBook() {
            cart.add(Books.DUNE, 3);
            assertEquals(4, cart.lines().get(Books.DUNE));
        }

        @Test
        void forgetsWhatIsRemoved() {
            cart.remove(Books.EMMA);
            assertEquals(Money.of(9, 99), cart.total());
        }
    }
}
