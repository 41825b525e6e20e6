package leftbehind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DSharesTest extends Shared {
    @Test
    void finds() {
        assertEquals("started", System.getProperty("shared.url"));
        assertEquals("UTC", TimeZone.getDefault().getID());
    }
}
