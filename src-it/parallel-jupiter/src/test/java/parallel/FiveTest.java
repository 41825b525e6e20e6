package parallel;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FiveTest extends Logged {
    @Test
    void meetsAnotherClass() {
        Events.meet("Five");
    }

    @Test
    void one() {}

    @Nested
    class Inner {
        @Test
        void deep() {}
    }
}
