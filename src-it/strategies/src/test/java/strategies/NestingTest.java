package strategies;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Only its nested class is in the group. */
class NestingTest extends Logged {
    @Test
    void outside() {}

    @Database
    @Nested
    class WithDatabase {
        @Test
        void inside() {}

        @Test
        void insideToo() {}
    }
}
