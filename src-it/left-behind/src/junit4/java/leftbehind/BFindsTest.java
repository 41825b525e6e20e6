package leftbehind;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.Test;

public class BFindsTest {
    @Test
    public void finds() {
        assertFalse(Thread.currentThread().isInterrupted());
        assertNotEquals("left", Thread.currentThread().getName());
        assertEquals(Locale.GERMANY, Locale.getDefault());
        assertEquals("Europe/Berlin", TimeZone.getDefault().getID());
        assertNull(System.getProperty("left.new"));
    }
}
