package nestedsets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnotherTest {
    @Test
    void outerOne() {
        System.out.println("outer one");
    }

    @Test
    void outerTwo() {
        assertEquals(1, 2);
    }

    @Nested
    class Inner {
        @Test
        void inner() {
            System.out.println("inner");
        }

        @Nested
        class Innermost {
            @Test
            void passes() {
                System.out.println("innermost");
            }

            @Test
            void errors() {
                throw new IllegalStateException("innermost");
            }

            @Test
            @Disabled("not today")
            void never() {}
        }
    }

    @Nested
    class Other {
        @Test
        void other() {}
    }
}
