package reportoptions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("All ways to end")
class OutcomesTest {
    @Test
    void passes() {
        System.out.println("passes on out, ä");
        System.err.println("passes on err");
    }

    @Test
    @DisplayName("fails because 1 is not 2")
    void fails() {
        System.out.println("fails on out");
        assertEquals(1, 2);
    }

    @Test
    void isAnError() {
        Helper.goesWrong();
    }

    @Test
    @Disabled("not today")
    void isSkipped() {}
}
