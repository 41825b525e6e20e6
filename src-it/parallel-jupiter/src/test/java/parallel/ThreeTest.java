package parallel;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class ThreeTest extends Logged {
    @Test
    void meetsAnotherClass() {
        Events.meet("Three");
    }

    @Test
    void one() {}

    @Test
    void fails() {
        fail("on purpose");
    }

    @Test
    @Disabled("on purpose")
    void isDisabled() {}
}
