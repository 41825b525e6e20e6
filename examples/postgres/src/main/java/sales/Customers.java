package sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who buys. */
public final class Customers {
    private final DataSource database;

    public Customers(DataSource database) {
        this.database = database;
    }

    /** A customer. */
    public record Customer(long id, String email, String name) {}

    public Customer add(String email, String name) throws SQLException {
        return Sql.transaction(database, sql -> {
            long id = sql.insert("INSERT INTO customer (email, name) VALUES (lower(?), ?)", email, name);
            return new Customer(id, email.toLowerCase(), name);
        });
    }

    /** Whatever case the address is written in. */
    public Optional<Customer> withEmail(String email) throws SQLException {
        return Sql.transaction(
                database,
                sql -> sql.find(Customers::read, "SELECT id, email, name FROM customer WHERE email = lower(?)", email));
    }

    /** By name, some at a time: those after the given one. */
    public List<Customer> page(String afterName, int size) throws SQLException {
        return Sql.transaction(
                database,
                sql -> sql.query(
                        Customers::read,
                        "SELECT id, email, name FROM customer WHERE name > ? ORDER BY name LIMIT ?",
                        afterName,
                        size));
    }

    public void rename(Customer customer, String name) throws SQLException {
        Sql.transaction(database, sql -> sql.update("UPDATE customer SET name = ? WHERE id = ?", name, customer.id()));
    }

    /** Only one who never ordered can be removed. */
    public void remove(Customer customer) throws SQLException {
        Sql.transaction(database, sql -> sql.update("DELETE FROM customer WHERE id = ?", customer.id()));
    }

    private static Customer read(ResultSet row) throws SQLException {
        return new Customer(row.getLong("id"), row.getString("email"), row.getString("name"));
    }
}
