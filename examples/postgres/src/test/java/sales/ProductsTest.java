package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sales.Products.Item;

class ProductsTest extends DatabaseTest {
    private Products products;

    @BeforeEach
    void create() {
        products = new Products(database);
    }

    @Test
    void areFoundBySku() throws SQLException {
        products.add(item("hammer", "12.50", 3));
        assertEquals(item("hammer", "12.50", 3), found("hammer"));
    }

    @Test
    void areNotAllKnown() throws SQLException {
        assertEquals(Optional.empty(), products.withSku("hammer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001"})
    void haveAPrice(String price) {
        SQLException e = assertThrows(SQLException.class, () -> products.add(item("hammer", price, 3)));
        assertTrue(e.getMessage().contains("price_is_positive"), e.getMessage());
    }

    @Test
    void areLoadedFromAList() throws SQLException {
        List<Item> items = IntStream.range(0, 500)
                .mapToObj(i -> item("screw-" + i, "0.10", 1000))
                .toList();
        assertEquals(500, products.load(items));
        assertEquals(items.get(499), found("screw-499"));
    }

    @Test
    void areUpdatedByAList() throws SQLException {
        products.add(item("hammer", "12.50", 3));
        products.load(List.of(item("hammer", "13.00", 10), item("saw", "20.00", 1)));
        assertEquals(item("hammer", "13.00", 13), found("hammer"));
    }

    @Test
    void areNotLoadedFromAListWithAnError() throws SQLException {
        List<Item> items = List.of(item("hammer", "12.50", 3), item("saw", "-20.00", 1));
        assertThrows(SQLException.class, () -> products.load(items));
        assertEquals(Optional.empty(), products.withSku("hammer"));
    }

    private Item found(String sku) throws SQLException {
        return products.withSku(sku).orElseThrow().item();
    }
}
