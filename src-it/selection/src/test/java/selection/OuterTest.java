package selection;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OuterTest {
    @Test
    void out() {}

    @Test
    void three() {}

    @Nested
    class Inner {
        @Test
        void in() {}

        @Test
        void three() {}

        @Nested
        class Deep {
            @Test
            void deep() {}
        }
    }

    @Nested
    class Beside {
        @Test
        void beside() {}
    }

    static class Apart {
        @Test
        void apart() {}
    }
}
