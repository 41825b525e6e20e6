package verdicts;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class FailTest {
    @Test
    void one() {
        fail("always");
    }
}
