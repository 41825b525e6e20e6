package outcomes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeforeEachFailsTest {
    @BeforeEach
    void setUp() {
        fail("no set-up");
    }

    @Test
    void one() {}

    @Test
    void two() {}

    @AfterEach
    void tearDown() {
        throw new IllegalStateException("no tear-down either");
    }
}
