package sales;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Bills for orders, with numbers that have no gaps. */
public final class Invoices {
    private final DataSource database;
    private final Vat vat;

    public Invoices(DataSource database, Vat vat) {
        this.database = database;
        this.vat = vat;
    }

    /** A bill. */
    public record Invoice(int number, BigDecimal total) {}

    /** The next number is taken only if everything goes well: another invoice waits until this one is written. */
    public Invoice issue(long order) throws SQLException {
        return Sql.transaction(database, sql -> {
            int number = sql.find(row -> row.getInt(1), "UPDATE invoice_counter SET last = last + 1 RETURNING last")
                    .orElseThrow();
            BigDecimal total = vat.included(Orders.total(sql, order));
            sql.update("INSERT INTO invoice (number, order_id, total) VALUES (?, ?, ?)", number, order, total);
            return new Invoice(number, total);
        });
    }

    public List<Invoice> all() throws SQLException {
        return Sql.transaction(
                database,
                sql -> sql.query(
                        row -> new Invoice(row.getInt(1), row.getBigDecimal(2)),
                        "SELECT number, total FROM invoice ORDER BY number"));
    }
}
