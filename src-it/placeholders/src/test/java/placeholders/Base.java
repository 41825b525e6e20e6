package placeholders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

abstract class Base {
    /** Of the worker; stock Surefire has one fork. */
    private final String number = System.getProperty("mp.worker", "1");

    @BeforeAll
    static void takeSomeTime() throws InterruptedException {
        // So that there is something to do for each worker.
        Thread.sleep(300);
    }

    @Test
    void argLine() {
        assertEquals(number, System.getProperty("from.argLine"));
        assertEquals("just in time", System.getProperty("from.late"));
    }

    @Test
    void workingDirectory() {
        assertTrue(Path.of("").toAbsolutePath().endsWith("fork-" + number));
        assertTrue(Path.of(System.getProperty("user.dir")).endsWith("fork-" + number));
    }

    @Test
    void environment() {
        assertEquals("e" + number, System.getenv("FROM_ENVIRONMENT"));
    }

    @Test
    void systemProperty() {
        assertEquals("p" + number, System.getProperty("from.property"));
    }

    @Test
    void ownProperties() {
        if ("mp".equals(System.getProperty("variant"))) {
            assertEquals(System.getProperty("np"), System.getProperty("mp.workers"));
            assertTrue(Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= Integer.getInteger("np"));
            assertFalse(System.getProperty("mp.run").isBlank());
        } else {
            assertNull(System.getProperty("mp.worker"));
            assertNull(System.getProperty("mp.workers"));
            assertNull(System.getProperty("mp.run"));
        }
    }
}
