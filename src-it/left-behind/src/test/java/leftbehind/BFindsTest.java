package leftbehind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Finds all as it was. */
class BFindsTest {
    @Test
    void thread() {
        Thread thread = Thread.currentThread();
        assertFalse(thread.isInterrupted());
        assertNotEquals("left", thread.getName());
        assertEquals(Thread.NORM_PRIORITY, thread.getPriority());
        assertSame(BFindsTest.class.getClassLoader(), thread.getContextClassLoader());
    }

    @Test
    void settings() {
        assertEquals(Locale.GERMANY, Locale.getDefault());
        assertEquals(Locale.GERMANY, Locale.getDefault(Locale.Category.FORMAT));
        assertEquals("Europe/Berlin", TimeZone.getDefault().getID());
        assertNull(System.getProperty("left.new"));
        assertEquals("as given", System.getProperty("given"));
        assertNotNull(System.getProperty("java.vendor"));
    }

    @Test
    @SuppressWarnings("removal")
    void security() {
        assertNull(System.getSecurityManager());
    }

    @Test
    void streams() throws IOException {
        assertEquals(-1, System.in.read());
        System.out.println("out is as it was");
        System.err.println("err is as it was");
    }
}
