package lib;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecondTest {
    @Test
    void one() {}

    @Nested
    class Inner {
        @Test
        void two() {}
    }
}
