package choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class NewTest {
    @Test
    void passes() {}

    @Test
    void fails() {
        assertEquals("one", "two");
    }

    @Test
    @Disabled("not today")
    void isDisabled() {}
}
