package covered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TakeTest {
    @Test
    void takes() {
        Jvms.meet("unit");
        Till till = new Till();
        till.take(100);
        assertEquals(100, till.total());
    }
}
