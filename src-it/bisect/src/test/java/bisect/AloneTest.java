package bisect;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class AloneTest {
    @Test
    void failsInAnyJvm() {
        assertFalse(Leftovers.OF_TESTS.isEmpty() || !Leftovers.OF_TESTS.isEmpty());
    }
}
