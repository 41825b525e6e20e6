package bookshop;

import java.util.List;
import java.util.Optional;

/** The books that the shop knows. */
public final class Catalogue {
    private static final String PREFIX = "book/";

    private final Store store;

    public Catalogue(Store store) {
        this.store = store;
    }

    public void add(Book book) {
        store.put(
                PREFIX + book.isbn().digits(),
                book.title() + "\t" + book.author() + "\t" + book.price().cents());
    }

    public Optional<Book> find(Isbn isbn) {
        return store.get(PREFIX + isbn.digits()).map(line -> book(isbn, line));
    }

    public List<Isbn> all() {
        return store.keys(PREFIX).stream()
                .map(key -> new Isbn(key.substring(PREFIX.length())))
                .toList();
    }

    private static Book book(Isbn isbn, String line) {
        String[] cells = line.split("\t", -1);
        return new Book(isbn, cells[0], cells[1], new Money(Long.parseLong(cells[2])));
    }
}
