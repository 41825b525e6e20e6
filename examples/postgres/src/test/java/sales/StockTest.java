package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are placed at the same time. */
class StockTest extends DatabaseTest {
    private Products products;
    private Orders orders;
    private Customers.Customer ada;

    @BeforeEach
    void create() throws SQLException {
        products = new Products(database);
        orders = new Orders(database);
        ada = new Customers(database).add("ada@example.org", "Ada");
        products.add(item("hammer", "12.50", 5));
        products.add(item("saw", "20.00", 8));
    }

    @Test
    void isNotSoldTwice() throws Exception {
        long sold = Concurrently.run(8, () -> placed(Map.of("hammer", 1))).stream()
                .filter(placed -> placed)
                .count();
        assertEquals(5, sold);
        assertEquals(0, inStock("hammer"));
    }

    @Test
    void doesNotBlockOrdersInAnyOrder() throws Exception {
        assertEquals(Set.of(true), new TreeSet<>(Concurrently.run(4, () -> placed(Map.of("saw", 1, "hammer", 1)))));
        assertEquals(4, inStock("saw"));
    }

    @Test
    void waitsForWhoeverHoldsIt() throws Exception {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE product SET in_stock = 0 WHERE sku = 'hammer'");
            Thread waiting = new Thread(() -> {
                try {
                    commitsWhenSomeoneWaits(other);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            waiting.start();
            assertThrows(Orders.OutOfStock.class, () -> orders.place(ada, TODAY, Map.of("hammer", 1)));
            waiting.join();
        }
    }

    @Test
    void isNeverNegative() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException e = assertThrows(
                    SQLException.class, () -> statement.execute("UPDATE product SET in_stock = in_stock - 6"));
            assertTrue(e.getMessage().contains("stock_is_not_negative"), e.getMessage());
        }
    }

    private void commitsWhenSomeoneWaits(Connection holder) throws SQLException {
        String waiting =
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while (Sql.transaction(database, sql -> sql.find(row -> row, waiting)).isEmpty()) {
            Thread.onSpinWait();
        }
        holder.commit();
    }

    private boolean placed(Map<String, Integer> quantities) throws SQLException {
        try {
            orders.place(ada, TODAY, quantities);
            return true;
        } catch (Orders.OutOfStock e) {
            return false;
        }
    }

    private int inStock(String sku) throws SQLException {
        return products.withSku(sku).orElseThrow().item().inStock();
    }
}
