package covered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GradeTest {
    @Test
    void grades() {
        Jvms.meet("unit");
        Till till = new Till();
        till.take(2000);
        assertEquals("rich", till.grade());
    }
}
