package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sales.SalesReport.Buyer;
import sales.SalesReport.Month;

class SalesReportTest extends DatabaseTest {
    private Orders orders;
    private Customers.Customer ada;
    private Customers.Customer bob;
    private SalesReport report;

    @BeforeEach
    void create() throws SQLException {
        Customers customers = new Customers(database);
        orders = new Orders(database);
        report = new SalesReport(database, Duration.ofMillis(400), Duration.ofSeconds(10));
        ada = customers.add("ada@example.org", "Ada");
        bob = customers.add("bob@example.org", "Bob");
        new Products(database).add(item("hammer", "10.00", 100));
    }

    @Test
    void addsUpEachMonth() throws SQLException {
        order(ada, "2026-01-31", 1);
        order(bob, "2026-03-01", 2);
        order(ada, "2026-03-31", 3);
        assertEquals(
                List.of(
                        new Month(YearMonth.of(2026, 1), money("10.00"), money("10.00")),
                        new Month(YearMonth.of(2026, 3), money("50.00"), money("60.00"))),
                report.months(2026));
    }

    @Test
    void leavesOutOtherYears() throws SQLException {
        order(ada, "2025-12-31", 1);
        order(ada, "2027-01-01", 1);
        assertEquals(List.of(), report.months(2026));
    }

    @Test
    void leavesOutWhatWasCancelled() throws SQLException {
        orders.cancel(order(ada, "2026-01-31", 1));
        assertEquals(List.of(), report.months(2026));
    }

    @Test
    void namesTheBestCustomers() throws SQLException {
        order(ada, "2025-12-31", 1);
        order(bob, "2026-01-31", 2);
        order(ada, "2026-02-28", 3);
        assertEquals(List.of(new Buyer("Ada", money("40.00")), new Buyer("Bob", money("20.00"))), report.best(5));
        assertEquals(List.of(new Buyer("Ada", money("40.00"))), report.best(1));
    }

    @Test
    void givesUpWhenItTakesTooLong() {
        SalesReport impatient = new SalesReport(database, Duration.ofSeconds(10), Duration.ofMillis(300));
        SQLException e = assertThrows(SQLException.class, () -> impatient.months(2026));
        assertTrue(e.getMessage().contains("statement timeout"), e.getMessage());
    }

    private long order(Customers.Customer customer, String day, int hammers) throws SQLException {
        return orders.place(customer, LocalDate.parse(day), Map.of("hammer", hammers));
    }
}
