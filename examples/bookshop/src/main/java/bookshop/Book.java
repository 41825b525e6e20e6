package bookshop;

/** A title that the shop sells. */
public record Book(Isbn isbn, String title, String author, Money price) {
    public Book {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a book needs a title");
        }
    }
}
