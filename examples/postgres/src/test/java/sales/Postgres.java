package sales;

import io.github.surefiremp.coordination.SharedFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL server for all workers. Its handle is the JDBC URL of the database that has the schema. */
public final class Postgres implements SharedFixture<String> {
    private static final File LOG = new File("target/postgres.log");

    /**
     * Waits until the JVM that started it has ended, in whatever way: then the pipe between the two ends. Stops the
     * server if it still runs, and removes its data.
     */
    private static final String GUARD = """
            trap '' INT TERM HUP
            read -r line
            pid=$(head -n 1 "$1/postmaster.pid") && kill -INT "$pid"
            while kill -0 "$pid"; do sleep 0.1; done
            rm -rf "$1"
            """;

    private EmbeddedPostgres server;

    @Override
    public String setUp() throws Exception {
        Path data = Files.createTempDirectory("postgres");
        guard(data);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOutputRedirector(Redirect.appendTo(LOG))
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        // Databases that are created later are copies of this one.
        String url = server.getJdbcUrl("postgres", "template1");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
        }
        System.out.println("PostgreSQL started on port " + server.getPort());
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void tearDown(String url) throws IOException {
        server.close();
    }

    private static String schema() throws IOException {
        try (var schema = Sql.class.getResourceAsStream("schema.sql")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void guard(Path data) throws IOException {
        if (File.separatorChar == '/') { // Windows has no sh.
            new ProcessBuilder("sh", "-c", GUARD, "guard", data.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        }
    }
}
