package b;

import org.junit.jupiter.api.Test;

class TwoTest extends Logged {
    @Test
    void takesAWhile() {
        Events.pause(400);
    }

    @Test
    void takesAWhileToo() {
        Events.pause(400);
    }
}
