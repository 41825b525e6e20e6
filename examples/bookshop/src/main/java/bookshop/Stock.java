package bookshop;

/** How many copies are on the shelf. */
public final class Stock {
    private static final String PREFIX = "stock/";

    private final Store store;

    public Stock(Store store) {
        this.store = store;
    }

    public int copies(Isbn isbn) {
        return store.get(PREFIX + isbn.digits()).map(Integer::parseInt).orElse(0);
    }

    public void receive(Isbn isbn, int copies) {
        store.put(PREFIX + isbn.digits(), Integer.toString(copies(isbn) + copies));
    }

    /** Takes copies off the shelf; takes none where there are too few. */
    public boolean take(Isbn isbn, int copies) {
        int there = copies(isbn);
        if (there < copies) {
            return false;
        }
        store.put(PREFIX + isbn.digits(), Integer.toString(there - copies));
        return true;
    }
}
