package covered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FairIT {
    @Test
    void isFair() {
        Jvms.meet("it");
        Till till = new Till();
        till.take(200);
        assertEquals("fair", till.grade());
    }
}
