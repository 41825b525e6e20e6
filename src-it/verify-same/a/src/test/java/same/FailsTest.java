package same;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class FailsTest {
    @Test
    void fails() {
        assertEquals("one", "two");
    }

    @Test
    void failsWithAnIdentity() {
        throw new IllegalStateException("cannot use " + new Object());
    }

    @Test
    @Disabled("not now")
    void isSkipped() {}
}
