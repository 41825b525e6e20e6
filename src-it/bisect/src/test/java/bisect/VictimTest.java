package bisect;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class VictimTest {
    @Test
    void isClean() {
        assertFalse(Leftovers.OF_TESTS.contains("oil"), "oil is left");
    }

    @Test
    void passes() {
        assertFalse(false);
    }
}
