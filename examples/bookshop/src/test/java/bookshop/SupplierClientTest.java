package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierClientTest {
    private final FakeWholesaler wholesaler = new FakeWholesaler(Duration.ofMillis(150)).with(Books.DUNE.isbn(), 12);
    private final SupplierClient client = new SupplierClient(wholesaler);

    @Test
    void readsTheNumberOfCopies() throws IOException {
        assertEquals(OptionalInt.of(12), client.available(Books.DUNE.isbn()));
    }

    @Test
    void doesNotKnowEveryBook() throws IOException {
        assertEquals(OptionalInt.empty(), client.available(Books.EMMA.isbn()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void triesAgainWhereTheWholesalerIsBusy(int times) throws IOException {
        wholesaler.busy(times);
        assertEquals(OptionalInt.of(12), client.available(Books.DUNE.isbn()));
        assertEquals(times + 1, wholesaler.requests().size());
    }

    @Test
    void givesUpAfterThreeAttempts() {
        wholesaler.busy(9);
        assertThrows(IOException.class, () -> client.available(Books.DUNE.isbn()));
        assertEquals(3, wholesaler.requests().size());
    }

    @Test
    void refusesAnAnswerItDoesNotKnow() {
        SupplierClient broken = new SupplierClient(path -> new Transport.Response(500, ""));
        assertThrows(IOException.class, () -> broken.available(Books.DUNE.isbn()));
    }
}
