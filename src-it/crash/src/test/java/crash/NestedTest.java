package crash;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

class NestedTest {
    @Test
    void outer() {}

    @Nested
    @TestMethodOrder(MethodOrderer.MethodName.class)
    class Inner {
        @Test
        void a_passes() {}

        @Test
        void b_exits() {
            System.exit(0);
        }

        @Test
        void c_passes() {}
    }
}
