package longclasspath;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class TwoTest {
    @Test
    void findsTheLastElement() {
        assertNotNull(getClass().getResource("/last.txt"));
    }
}
