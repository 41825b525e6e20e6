package parallel;

import org.junit.jupiter.api.Test;

class SixTest extends Logged {
    @Test
    void meetsAnotherClass() {
        Events.meet("Six");
    }

    @Test
    void one() {}
}
