package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSearchTest extends DatabaseTest {
    private Products products;

    @BeforeEach
    void create() throws SQLException {
        products = new Products(database);
        add("1", "Claw hammer", "Drives nails and pulls them out again");
        add("2", "Nails", "A box of 500, for any hammer");
        add("3", "Hand saw", "Cuts wood; running it needs no power");
        add("4", "Band saw", "Cuts wood and metal");
    }

    @ParameterizedTest
    @CsvSource({"claw, 1", "cutting, 3 4", "run, 3", "'wood metal', 4", "'saw -metal', 3", "'\"hand saw\"', 3"})
    void findsEveryFormOfAWord(String words, String skus) throws SQLException {
        assertEquals(List.of(skus.split(" ")), search(words));
    }

    @Test
    void findsNothing() throws SQLException {
        assertEquals(List.of(), search("screwdriver"));
    }

    @Test
    void putsTitlesFirst() throws SQLException {
        assertEquals(List.of("2", "1"), search("nails"));
        assertEquals(List.of("1", "2"), search("hammers"));
    }

    @Test
    void findsWhatHasANewDescription() throws SQLException {
        products.load(List.of(new Products.Item("3", "Hand saw", "Now in green", money("9.00"), 1)));
        assertEquals(List.of("4"), search("cuts"));
        assertEquals(List.of("3"), search("green"));
    }

    private void add(String sku, String title, String description) throws SQLException {
        products.add(new Products.Item(sku, title, description, money("9.00"), 1));
    }

    private List<String> search(String words) throws SQLException {
        return products.search(words).stream()
                .map(product -> product.item().sku())
                .toList();
    }
}
