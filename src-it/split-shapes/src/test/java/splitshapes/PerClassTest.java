package splitshapes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerClassTest {
    private int count;

    @Test
    void one() {
        count++;
    }

    @Test
    void two() {
        count++;
    }

    @Test
    void three() {
        count++;
    }

    @AfterAll
    void all() {
        assertEquals(3, count);
    }
}
