package sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Shared;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the other tests build on. */
class WorkerDatabaseTest extends DatabaseTest {
    @Test
    void belongsToThisWorker() throws SQLException {
        assertEquals("worker_" + Mp.workerNumber(), ask(database, "SELECT current_database()"));
    }

    @Test
    void isEmptyAgainForEachTest(@Shared(Postgres.class) String server) throws SQLException {
        new Customers(database).add("ada@example.org", "Ada");
        DataSource again = WorkerDatabase.empty(server);
        assertSame(database, again);
        assertEquals("0", ask(again, "SELECT count(*) FROM customer"));
    }

    @Test
    void isAPostgres() throws SQLException {
        assertTrue(ask(database, "SELECT version()").startsWith("PostgreSQL 18."));
    }

    private static String ask(DataSource database, String question) throws SQLException {
        return Sql.transaction(
                database, sql -> sql.find(row -> row.getString(1), question).orElseThrow());
    }
}
