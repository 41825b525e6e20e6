package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sales.Invoices.Invoice;

class InvoicesTest extends DatabaseTest {
    private Orders orders;
    private Invoices invoices;
    private Customers.Customer ada;

    @BeforeEach
    void create() throws SQLException {
        orders = new Orders(database);
        invoices = new Invoices(database, new Vat(20));
        ada = new Customers(database).add("ada@example.org", "Ada");
        new Products(database).add(item("hammer", "12.50", 50));
    }

    @Test
    void includeTheTax() throws SQLException {
        assertEquals(new Invoice(1, money("30.00")), invoices.issue(order(2)));
    }

    @Test
    void areNumbered() throws SQLException {
        for (int i = 1; i <= 3; i++) {
            assertEquals(i, invoices.issue(order(i)).number());
        }
    }

    @Test
    void areIssuedOnce() throws SQLException {
        long order = order(1);
        invoices.issue(order);
        SQLException e = assertThrows(SQLException.class, () -> invoices.issue(order));
        assertTrue(e.getMessage().contains("one_invoice_per_order"), e.getMessage());
    }

    @Test
    void leaveNoGapAfterAnError() throws SQLException {
        assertThrows(SQLException.class, () -> invoices.issue(999));
        assertEquals(1, invoices.issue(order(1)).number());
    }

    @Test
    void leaveNoGapAtTheSameTime() throws Exception {
        ConcurrentLinkedQueue<Long> open = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 6; i++) {
            open.add(order(1));
        }
        Concurrently.run(6, () -> invoices.issue(open.remove()));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6),
                invoices.all().stream().map(Invoice::number).toList());
    }

    private long order(int hammers) throws SQLException {
        return orders.place(ada, TODAY, Map.of("hammer", hammers));
    }
}
