package sales;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;

/** Figures for the management: slow, as they are with years of data. */
public final class SalesReport {
    private final DataSource database;
    private final Duration slowness;
    private final Duration limit;

    /**
     * @param slowness what the queries take in addition, in the place of years of data
     * @param limit when the server gives up
     */
    public SalesReport(DataSource database, Duration slowness, Duration limit) {
        this.database = database;
        this.slowness = slowness;
        this.limit = limit;
    }

    /** What was sold in a month, and in the year up to its end. */
    public record Month(YearMonth month, BigDecimal sales, BigDecimal inYear) {}

    /** What a customer bought. */
    public record Buyer(String name, BigDecimal sales) {}

    public List<Month> months(int year) throws SQLException {
        return slowly(sql -> sql.query(
                row -> new Month(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getBigDecimal("sales"),
                        row.getBigDecimal("in_year")),
                """
                SELECT date_trunc('month', placed_on)::date AS month, sum(quantity * unit_price) AS sales,
                  sum(sum(quantity * unit_price)) OVER (ORDER BY date_trunc('month', placed_on)) AS in_year
                FROM orders JOIN order_line ON order_id = id
                WHERE status <> 'CANCELLED' AND extract(year FROM placed_on) = ?
                GROUP BY date_trunc('month', placed_on) ORDER BY month
                """,
                year));
    }

    public List<Buyer> best(int number) throws SQLException {
        return slowly(sql -> sql.query(row -> new Buyer(row.getString(1), row.getBigDecimal(2)), """
                SELECT name, sum(quantity * unit_price) AS sales
                FROM customer JOIN orders ON customer_id = customer.id JOIN order_line ON order_id = orders.id
                WHERE status <> 'CANCELLED' GROUP BY customer.id ORDER BY sales DESC, name LIMIT ?
                """, number));
    }

    private <T> T slowly(Sql.Work<T> work) throws SQLException {
        return Sql.transaction(database, sql -> {
            sql.find(row -> row, "SELECT set_config('statement_timeout', ?, true)", limit.toMillis() + "ms");
            sql.find(row -> row, "SELECT pg_sleep(?)", slowness.toMillis() / 1000.0);
            return work.with(sql);
        });
    }
}
