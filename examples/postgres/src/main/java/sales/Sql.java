package sales;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements in one transaction. */
public final class Sql {
    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes a row into something. */
    public interface Row<T> {
        T read(ResultSet columns) throws SQLException;
    }

    /** What is done in a transaction. */
    public interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    /** Does it in a transaction of its own, which an exception rolls back. */
    public static <T> T transaction(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(new Sql(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    public <T> List<T> query(Row<T> row, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet columns = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (columns.next()) {
                rows.add(row.read(columns));
            }
            return rows;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> find(Row<T> row, String sql, Object... values) throws SQLException {
        return query(row, sql, values).stream().findFirst();
    }

    /** The number of rows that were changed. */
    public int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The key of a new row. */
    public long insert(String sql, Object... values) throws SQLException {
        return find(row -> row.getLong(1), sql + " RETURNING id", values).orElseThrow();
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
