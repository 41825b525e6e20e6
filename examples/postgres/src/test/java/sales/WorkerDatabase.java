package sales;

import io.github.surefiremp.coordination.Mp;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that no other worker uses. */
final class WorkerDatabase {
    private static String server;
    private static DataSource database;

    private WorkerDatabase() {}

    /** This worker's database, without a row in it; made when it is asked for the first time. */
    static synchronized DataSource empty(String url) throws SQLException {
        // There is another server if the worker that had started the first one has died.
        if (!url.equals(server)) {
            database = create(url, "worker_" + Mp.workerNumber());
            server = url;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Faster than TRUNCATE where there are few rows.
            statement.execute("DELETE FROM invoice; DELETE FROM orders; DELETE FROM customer; DELETE FROM product;"
                    + " DELETE FROM job; UPDATE invoice_counter SET last = 0");
        }
        return database;
    }

    private static DataSource create(String url, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // A new worker can have the number of one that has ended.
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name);
        }
        PGSimpleDataSource created = new PGSimpleDataSource();
        created.setUrl(url);
        created.setDatabaseName(name);
        return created;
    }
}
