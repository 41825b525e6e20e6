package without;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FailingTest {
    @Test
    void fails() {
        System.out.println("written by one without a report");
        assertEquals("expected", "seen");
    }
}
