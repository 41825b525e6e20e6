package parallel;

import org.junit.jupiter.api.Test;

class TwoTest extends Logged {
    @Test
    void meetsAnotherClass() {
        Events.meet("Two");
    }

    @Test
    void one() {}
}
