package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The longest class of the suite, and by its name the last one: where it starts late, the others wait for it. */
class WarehouseSyncTest {
    private static final List<Book> BOOKS = Books.several(12);

    private final SlowStore store = new SlowStore(Duration.ofMillis(10));
    private final Catalogue catalogue = new Catalogue(store);
    private final Stock stock = new Stock(store);
    private final FakeWholesaler wholesaler = new FakeWholesaler(Duration.ofMillis(45));
    private final WarehouseSync sync = new WarehouseSync(catalogue, stock, new SupplierClient(wholesaler));

    @BeforeEach
    void fillTheCatalogue() {
        BOOKS.forEach(catalogue::add);
    }

    @Test
    void ordersWhatIsMissing() {
        BOOKS.forEach(book -> wholesaler.with(book.isbn(), 100));
        assertEquals(new WarehouseSync.Report(60, 0, 0), sync.fillUpTo(5));
    }

    @Test
    void ordersNoMoreThanThereIs() {
        BOOKS.forEach(book -> wholesaler.with(book.isbn(), 2));
        assertEquals(new WarehouseSync.Report(24, 0, 0), sync.fillUpTo(5));
    }

    @Test
    void countsBooksThatTheWholesalerDoesNotKnow() {
        BOOKS.subList(0, 4).forEach(book -> wholesaler.with(book.isbn(), 100));
        assertEquals(new WarehouseSync.Report(20, 8, 0), sync.fillUpTo(5));
    }

    @Test
    void goesOnWhereTheWholesalerIsBusyForLong() {
        BOOKS.forEach(book -> wholesaler.with(book.isbn(), 100));
        wholesaler.busy(3);
        assertEquals(new WarehouseSync.Report(55, 0, 1), sync.fillUpTo(5));
    }

    @Test
    void asksForNothingTheSecondTime() {
        BOOKS.forEach(book -> wholesaler.with(book.isbn(), 100));
        sync.fillUpTo(5);
        assertEquals(new WarehouseSync.Report(0, 0, 0), sync.fillUpTo(5));
        assertEquals(BOOKS.size(), wholesaler.requests().size());
    }
}
