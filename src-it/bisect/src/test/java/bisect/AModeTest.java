package bisect;

import org.junit.jupiter.api.Test;

class AModeTest {
    @Test
    void leavesTheMode() {
        System.setProperty("bisect.mode", "fast");
    }
}
