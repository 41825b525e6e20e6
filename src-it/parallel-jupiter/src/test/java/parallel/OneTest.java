package parallel;

import org.junit.jupiter.api.Test;

class OneTest extends Logged {
    @Test
    void meetsAnotherClass() {
        Events.meet("One");
    }

    @Test
    void one() {}
}
