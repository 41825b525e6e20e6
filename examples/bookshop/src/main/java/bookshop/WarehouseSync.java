package bookshop;

import java.io.IOException;
import java.util.OptionalInt;

/** Brings the shop's stock into line with the wholesaler's, book by book. */
public final class WarehouseSync {
    private final Catalogue catalogue;
    private final Stock stock;
    private final SupplierClient supplier;

    public WarehouseSync(Catalogue catalogue, Stock stock, SupplierClient supplier) {
        this.catalogue = catalogue;
        this.stock = stock;
        this.supplier = supplier;
    }

    /** What a synchronisation did. */
    public record Report(int ordered, int unknown, int failed) {}

    /** Orders copies so that so many of each book are on the shelf, as far as the wholesaler has them. */
    public Report fillUpTo(int copies) {
        int ordered = 0;
        int unknown = 0;
        int failed = 0;
        for (Isbn isbn : catalogue.all()) {
            int missing = copies - stock.copies(isbn);
            if (missing <= 0) {
                continue;
            }
            try {
                OptionalInt there = supplier.available(isbn);
                if (there.isEmpty()) {
                    unknown++;
                } else {
                    int more = Math.min(missing, there.getAsInt());
                    stock.receive(isbn, more);
                    ordered += more;
                }
            } catch (IOException e) {
                failed++;
            }
        }
        return new Report(ordered, unknown, failed);
    }
}
