package outcomes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NestingTest {
    @BeforeEach
    void sayHello() {
        System.out.println("before each of NestingTest");
    }

    @Test
    void outer() {}

    @Nested
    class Inner {
        @Test
        void passes() {
            System.out.println("inner");
        }

        @Test
        void fails() {
            assertEquals(1, 2);
        }

        @Nested
        @DisplayName("the innermost class")
        class Innermost {
            @Test
            void passes() {}

            @Test
            void errors() {
                throw new IllegalStateException("innermost");
            }
        }
    }

    @Nested
    @Disabled
    class Off {
        @Test
        void never() {}
    }
}
