package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sales.Customers.Customer;

class OrdersTest extends DatabaseTest {
    private Customers customers;
    private Products products;
    private Orders orders;
    private Customer ada;

    @BeforeEach
    void create() throws SQLException {
        customers = new Customers(database);
        products = new Products(database);
        orders = new Orders(database);
        ada = customers.add("ada@example.org", "Ada");
        products.add(item("hammer", "12.50", 5));
        products.add(item("nail", "0.03", 1000));
    }

    @Test
    void costWhatTheirLinesCost() throws SQLException {
        long order = orders.place(ada, TODAY, Map.of("hammer", 2, "nail", 100));
        assertEquals(money("28.00"), orders.total(order));
    }

    @Test
    void keepThePriceOfTheirDay() throws SQLException {
        long order = orders.place(ada, TODAY, Map.of("hammer", 2));
        products.load(List.of(item("hammer", "99.00", 0)));
        assertEquals(money("25.00"), orders.total(order));
    }

    @Test
    void takeFromStock() throws SQLException {
        orders.place(ada, TODAY, Map.of("hammer", 2, "nail", 100));
        assertEquals(3, inStock("hammer"));
        assertEquals(900, inStock("nail"));
    }

    @Test
    void areNotPlacedInPart() throws SQLException {
        assertThrows(Orders.OutOfStock.class, () -> orders.place(ada, TODAY, Map.of("hammer", 1, "nail", 1001)));
        assertEquals(5, inStock("hammer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void haveSomethingInEachLine(int quantity) throws SQLException {
        SQLException e = assertThrows(SQLException.class, () -> orders.place(ada, TODAY, Map.of("hammer", quantity)));
        assertTrue(e.getMessage().contains("quantity_is_positive"), e.getMessage());
        assertEquals(5, inStock("hammer"));
    }

    @Test
    void areCancelledOnce() throws SQLException {
        long order = orders.place(ada, TODAY, Map.of("hammer", 2));
        assertTrue(orders.cancel(order));
        assertFalse(orders.cancel(order));
        assertEquals(5, inStock("hammer"));
    }

    @Test
    void areNotCancelledOnTheirWay() throws SQLException {
        long order = orders.place(ada, TODAY, Map.of("hammer", 2));
        assertTrue(orders.ship(order));
        assertFalse(orders.cancel(order));
        assertEquals(3, inStock("hammer"));
    }

    @Test
    void keepTheirCustomer() throws SQLException {
        orders.place(ada, TODAY, Map.of("hammer", 1));
        SQLException e = assertThrows(SQLException.class, () -> customers.remove(ada));
        assertTrue(e.getMessage().contains("customer_of_order"), e.getMessage());
    }

    private int inStock(String sku) throws SQLException {
        return products.withSku(sku).orElseThrow().item().inStock();
    }
}
