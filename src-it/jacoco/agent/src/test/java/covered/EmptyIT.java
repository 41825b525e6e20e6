package covered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EmptyIT {
    @Test
    void empties() {
        Jvms.meet("it");
        Till till = new Till();
        till.empty();
        assertEquals("poor", till.grade());
    }
}
