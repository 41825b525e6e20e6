package failsafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class OneIT {
    @Test
    void passes() {}

    @Test
    void fails() {
        assertEquals(1, 2);
    }

    @Test
    @Disabled
    void isDisabled() {}
}
