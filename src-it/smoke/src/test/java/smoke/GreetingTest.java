package smoke;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class GreetingTest {
    @Test
    void greets() {
        System.err.println("greeting");
        assertTrue("hello, world".startsWith("hello"));
    }

    @Test
    @Disabled("nothing to say")
    void saysGoodbye() {}
}
