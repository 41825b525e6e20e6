package bisect;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SettingTest {
    @Test
    void hasTheUsualMode() {
        assertNull(System.getProperty("bisect.mode"));
    }
}
