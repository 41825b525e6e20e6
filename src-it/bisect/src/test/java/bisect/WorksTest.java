package bisect;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class WorksTest {
    @Test
    void doesNotBurn() {
        assertFalse(Leftovers.OF_TESTS.contains("fuel") && Leftovers.OF_TESTS.contains("fire"), "it burns");
    }

    @Test
    void passes() {
        assertFalse(false);
    }
}
