package sales;

import io.github.surefiremp.coordination.Shared;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a database with empty tables. */
abstract class DatabaseTest {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);

    DataSource database;

    @BeforeEach
    void emptyDatabase(@Shared(Postgres.class) String server) throws SQLException {
        database = WorkerDatabase.empty(server);
        // A real one is further away: each test waits for it a while.
        Sql.transaction(database, sql -> sql.find(row -> row, "SELECT pg_sleep(0.05)"));
    }

    static Products.Item item(String sku, String price, int inStock) {
        return new Products.Item(sku, "A " + sku, "", new BigDecimal(price), inStock);
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
