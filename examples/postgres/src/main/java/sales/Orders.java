package sales;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What was bought. Stock and order change together or not at all. */
public final class Orders {
    private final DataSource database;

    public Orders(DataSource database) {
        this.database = database;
    }

    /** There are too few of a product. */
    public static final class OutOfStock extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfStock(String sku) {
            super("too few of " + sku);
        }
    }

    /**
     * Places an order and takes its products out of stock.
     *
     * @param quantities by SKU
     * @return the order's number
     * @throws OutOfStock if there are too few of one of them; then nothing has changed
     */
    public long place(Customers.Customer customer, LocalDate day, Map<String, Integer> quantities) throws SQLException {
        return Sql.transaction(database, sql -> {
            long order = sql.insert("INSERT INTO orders (customer_id, placed_on) VALUES (?, ?)", customer.id(), day);
            // Always in the same order, so that two orders at the same time cannot wait for each other.
            for (var line : new TreeMap<>(quantities).entrySet()) {
                int taken = sql.update(
                        "UPDATE product SET in_stock = in_stock - ? WHERE sku = ? AND in_stock >= ?",
                        line.getValue(),
                        line.getKey(),
                        line.getValue());
                if (taken == 0) {
                    throw new OutOfStock(line.getKey());
                }
                sql.update("""
                        INSERT INTO order_line (order_id, product_id, quantity, unit_price)
                        SELECT ?, id, ?, price FROM product WHERE sku = ?
                        """, order, line.getValue(), line.getKey());
            }
            return order;
        });
    }

    /** Puts the products of an open order back into stock; false if it was not open. */
    public boolean cancel(long order) throws SQLException {
        return Sql.transaction(database, sql -> {
            if (sql.update("UPDATE orders SET status = 'CANCELLED' WHERE id = ? AND status = 'OPEN'", order) == 0) {
                return false;
            }
            sql.update("""
                    UPDATE product SET in_stock = in_stock + line.quantity
                    FROM order_line AS line WHERE line.order_id = ? AND line.product_id = product.id
                    """, order);
            return true;
        });
    }

    /** False if it was not open. */
    public boolean ship(long order) throws SQLException {
        return Sql.transaction(
                database,
                sql -> sql.update("UPDATE orders SET status = 'SHIPPED' WHERE id = ? AND status = 'OPEN'", order) == 1);
    }

    /** At the prices of the day when it was placed. */
    public BigDecimal total(long order) throws SQLException {
        return Sql.transaction(database, sql -> total(sql, order));
    }

    static BigDecimal total(Sql sql, long order) throws SQLException {
        return sql.find(
                        row -> row.getBigDecimal(1),
                        "SELECT coalesce(sum(quantity * unit_price), 0.00) FROM order_line WHERE order_id = ?",
                        order)
                .orElseThrow();
    }
}
