package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.Mp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaTest {
    /** No two workers have the same one at the same time, but a later worker can find it used. */
    private static final Path SCHEMA = Path.of("target", "schema-" + Mp.workerNumber());

    @Test
    void isOurs() throws Exception {
        Files.createDirectories(SCHEMA);
        assertTrue(Mp.workerNumber() <= Mp.workers());
    }
}
