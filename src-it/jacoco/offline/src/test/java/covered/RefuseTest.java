package covered;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RefuseTest {
    @Test
    void refuses() {
        assertThrows(IllegalArgumentException.class, () -> new Till().take(-1));
    }
}
