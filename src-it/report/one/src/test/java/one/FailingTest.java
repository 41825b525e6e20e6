package one;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FailingTest {
    @Test
    void passes() {
        System.out.println("written by one that passes");
    }

    @Test
    void fails() {
        System.out.println("written by one that fails </script>");
        assertEquals("expected", "seen");
    }
}
