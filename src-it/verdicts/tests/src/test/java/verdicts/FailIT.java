package verdicts;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class FailIT {
    @Test
    void one() {
        fail("always");
    }
}
