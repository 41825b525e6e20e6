package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StockTest {
    private final Stock stock = new Stock(SlowStore.likeADatabase());

    @Test
    void hasNothingAtFirst() {
        assertEquals(0, stock.copies(Books.DUNE.isbn()));
    }

    @Test
    void addsDeliveries() {
        stock.receive(Books.DUNE.isbn(), 3);
        stock.receive(Books.DUNE.isbn(), 4);
        assertEquals(7, stock.copies(Books.DUNE.isbn()));
    }

    @Test
    void takesWhatIsThere() {
        stock.receive(Books.DUNE.isbn(), 3);
        assertTrue(stock.take(Books.DUNE.isbn(), 3));
        assertEquals(0, stock.copies(Books.DUNE.isbn()));
    }

    @Test
    void takesNothingWhereThereIsTooLittle() {
        stock.receive(Books.DUNE.isbn(), 2);
        assertFalse(stock.take(Books.DUNE.isbn(), 3));
        assertEquals(2, stock.copies(Books.DUNE.isbn()));
    }

    @RepeatedTest(3)
    void keepsBooksApart() {
        stock.receive(Books.DUNE.isbn(), 2);
        stock.receive(Books.EMMA.isbn(), 5);
        assertEquals(2, stock.copies(Books.DUNE.isbn()));
        assertEquals(5, stock.copies(Books.EMMA.isbn()));
    }
}
