package bookshop;

import java.io.IOException;
import java.util.OptionalInt;

/** Asks a wholesaler what it has; tries again where it is busy. */
public final class SupplierClient {
    private static final int ATTEMPTS = 3;

    private final Transport transport;

    public SupplierClient(Transport transport) {
        this.transport = transport;
    }

    /** Copies that the wholesaler has; empty for a book that it does not know. */
    public OptionalInt available(Isbn isbn) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Transport.Response response = transport.get("/stock/" + isbn.digits());
            switch (response.status()) {
                case 200 -> {
                    return OptionalInt.of(Integer.parseInt(response.body().trim()));
                }
                case 404 -> {
                    return OptionalInt.empty();
                }
                case 503 -> {
                    // Busy: try again.
                }
                default -> throw new IOException("the wholesaler answered " + response.status());
            }
        }
        throw new IOException("the wholesaler is busy");
    }
}
