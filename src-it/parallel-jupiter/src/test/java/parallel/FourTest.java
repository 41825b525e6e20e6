package parallel;

import org.junit.jupiter.api.Test;

class FourTest extends Logged {
    @Test
    void meetsAnotherClass() {
        Events.meet("Four");
    }

    @Test
    void one() {}
}
