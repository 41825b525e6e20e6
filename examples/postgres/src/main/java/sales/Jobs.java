package sales;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A queue in a table: each job is done by one of those who ask, and one that fails stays for the next. */
public final class Jobs {
    private static final int ATTEMPTS = 3;

    private final DataSource database;

    public Jobs(DataSource database) {
        this.database = database;
    }

    public void add(String task) throws SQLException {
        Sql.transaction(database, sql -> sql.insert("INSERT INTO job (task) VALUES (?)", task));
    }

    /** Does the oldest job that nobody else is at; false if there is none. */
    public boolean doNext(Consumer<String> worker) throws SQLException {
        return Sql.transaction(database, sql -> {
            Optional<Long> job = sql.find(
                    row -> row.getLong(1),
                    "SELECT id FROM job WHERE NOT done AND attempts < ? ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED",
                    ATTEMPTS);
            if (job.isEmpty()) {
                return false;
            }
            String task = sql.find(row -> row.getString(1), "SELECT task FROM job WHERE id = ?", job.get())
                    .orElseThrow();
            boolean done = tries(worker, task);
            sql.update("UPDATE job SET attempts = attempts + 1, done = ? WHERE id = ?", done, job.get());
            return true;
        });
    }

    /** What is still to be done, oldest first. */
    public List<String> open() throws SQLException {
        return Sql.transaction(
                database, sql -> sql.query(row -> row.getString(1), "SELECT task FROM job WHERE NOT done ORDER BY id"));
    }

    private static boolean tries(Consumer<String> worker, String task) {
        try {
            worker.accept(task);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
