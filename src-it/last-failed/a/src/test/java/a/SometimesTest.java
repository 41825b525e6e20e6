package a;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class SometimesTest {
    @Test
    void breaks() {
        assertFalse(Boolean.getBoolean("broken"));
    }

    @Test
    void passes() {}

    @Test
    void passesToo() {}
}
