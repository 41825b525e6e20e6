package a;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FlakyTest {
    static int runs;

    @BeforeAll
    static void staysWhole() {}

    @Test
    void passesTheSecondTime() {
        runs++;
        assertTrue(runs > 1 || !Boolean.getBoolean("broken"));
    }
}
