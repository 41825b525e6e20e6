package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = new Catalogue(SlowStore.likeADatabase());

    @Test
    void findsWhatWasAdded() {
        catalogue.add(Books.DUNE);
        assertEquals(Optional.of(Books.DUNE), catalogue.find(Books.DUNE.isbn()));
    }

    @Test
    void doesNotFindOthers() {
        catalogue.add(Books.DUNE);
        assertTrue(catalogue.find(Books.EMMA.isbn()).isEmpty());
    }

    @Test
    void listsInOrderOfIsbn() {
        List.of(Books.DUNE, Books.EMMA, Books.MOBY_DICK).forEach(catalogue::add);
        assertEquals(
                List.of(Books.EMMA.isbn(), Books.MOBY_DICK.isbn(), Books.DUNE.isbn()),
                catalogue.all(),
                "9780141… before 9780142… before 9780441…");
    }

    @Test
    void takesTheNewerOfTwo() {
        catalogue.add(Books.DUNE);
        Book cheaper = new Book(Books.DUNE.isbn(), "Dune", "Frank Herbert", Money.of(5, 0));
        catalogue.add(cheaper);
        assertEquals(Optional.of(cheaper), catalogue.find(Books.DUNE.isbn()));
    }

    @Test
    void holdsManyBooks() {
        List<Book> books = Books.several(20);
        books.forEach(catalogue::add);
        assertEquals(20, catalogue.all().size());
    }
}
