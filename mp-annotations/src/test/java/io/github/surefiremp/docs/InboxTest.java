package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Trail;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final Path INBOX = Path.of("target", "inbox.txt");

    @BeforeAll
    static void open() throws Exception {
        try (Trail.Step step = Mp.trail("inbox").start()) {
            if (step.first()) {
                Files.createFile(INBOX); // all others wait until this block has ended
            }
        }
    }

    @Test
    void isOpen() {
        assertTrue(Files.exists(INBOX));
    }

    @AfterAll
    static void close() throws Exception {
        try (Trail.Step step = Mp.trail("inbox").finish()) {
            if (step.last()) {
                Files.delete(INBOX);
            }
        }
    }
}
