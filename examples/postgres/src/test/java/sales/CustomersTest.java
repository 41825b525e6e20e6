package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sales.Customers.Customer;

class CustomersTest extends DatabaseTest {
    private Customers customers;

    @BeforeEach
    void create() {
        customers = new Customers(database);
    }

    @Test
    void areFoundByEmail() throws SQLException {
        Customer ada = customers.add("ada@example.org", "Ada");
        customers.add("bob@example.org", "Bob");
        assertEquals(Optional.of(ada), customers.withEmail("ada@example.org"));
    }

    @Test
    void areFoundInWhateverCase() throws SQLException {
        Customer ada = customers.add("Ada@Example.org", "Ada");
        assertEquals(Optional.of(ada), customers.withEmail("ADA@example.ORG"));
    }

    @Test
    void areNotAllKnown() throws SQLException {
        assertEquals(Optional.empty(), customers.withEmail("nobody@example.org"));
    }

    @Test
    void haveAnEmailOfTheirOwn() throws SQLException {
        customers.add("ada@example.org", "Ada");
        SQLException e = assertThrows(SQLException.class, () -> customers.add("ADA@example.org", "Another"));
        assertTrue(e.getMessage().contains("email_is_unique"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "ada", "@example.org"})
    void needAnEmail(String email) {
        SQLException e = assertThrows(SQLException.class, () -> customers.add(email, "Ada"));
        assertTrue(e.getMessage().contains("email_has_an_at"), e.getMessage());
    }

    @Test
    void needAName() {
        SQLException e = assertThrows(SQLException.class, () -> customers.add("ada@example.org", "  "));
        assertTrue(e.getMessage().contains("name_is_not_blank"), e.getMessage());
    }

    @Test
    void areRenamed() throws SQLException {
        Customer ada = customers.add("ada@example.org", "Ada");
        customers.rename(ada, "Ada L.");
        assertEquals(
                "Ada L.", customers.withEmail("ada@example.org").orElseThrow().name());
    }

    @Test
    void areListedByPage() throws SQLException {
        for (String name : List.of("Eve", "Bob", "Dan", "Ada", "Cem")) {
            customers.add(name + "@example.org", name);
        }
        List<String> first = customers.page("", 2).stream().map(Customer::name).toList();
        List<String> second =
                customers.page("Bob", 2).stream().map(Customer::name).toList();
        assertEquals(List.of("Ada", "Bob"), first);
        assertEquals(List.of("Cem", "Dan"), second);
    }

    @Test
    void areRemoved() throws SQLException {
        customers.remove(customers.add("ada@example.org", "Ada"));
        assertEquals(List.of(), customers.page("", 10));
    }
}
