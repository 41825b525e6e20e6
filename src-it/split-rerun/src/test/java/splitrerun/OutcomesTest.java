package splitrerun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void passes() {}

    @Test
    void fails() {
        assertEquals("one\nline", "another\nline", "a <message>");
    }

    @Test
    void errors() throws IOException {
        throw new IOException("outer", new IllegalStateException("inner"));
    }

    @Test
    @Disabled("not today")
    void isDisabled() {}

    @Test
    @Disabled
    void isDisabledWithoutReason() {}

    @Test
    void isAborted() {
        assumeTrue(false, "the moon is not full");
    }
}
