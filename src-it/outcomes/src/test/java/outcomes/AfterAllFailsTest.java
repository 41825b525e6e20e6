package outcomes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AfterAllFailsTest {
    @Test
    void one() {}

    @Test
    void two() {}

    @AfterAll
    static void tearDown() {
        fail("no tear-down");
    }
}
