package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.Mp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Path LEDGER = Path.of("target", "ledger.csv");

    @Test
    void booksTwice() throws Exception {
        try (Lock held = Mp.lock("ledger").acquire(Duration.ofSeconds(30))) {
            Files.deleteIfExists(LEDGER);
            book("rent;800");
            book("tea;4");
            assertTrue(Files.readAllLines(LEDGER).containsAll(List.of("rent;800", "tea;4")));
        }
    }

    private static void book(String line) throws Exception {
        Files.writeString(LEDGER, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
