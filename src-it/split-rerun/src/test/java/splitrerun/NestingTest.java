package splitrerun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

class NestingTest {
    @BeforeEach
    void sayHello() {
        System.out.println("before each");
    }

    @Test
    void outerOne() {
        System.out.println("the outer one");
    }

    @Test
    void outerTwo() {}

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
            void passes() {
                System.out.println("innermost");
            }

            @Test
            void errors() {
                throw new IllegalStateException("innermost");
            }
        }
    }

    @Nested
    class Other {
        @Test
        void passes() {}

        @Test
        void outerOne() {}
    }

    @Nested
    @TestMethodOrder(MethodOrderer.MethodName.class)
    class StaysWhole {
        private static int count;

        @Test
        void a() {
            assertEquals(1, ++count);
        }

        @Test
        void b() {
            assertEquals(2, ++count);
        }
    }

    @Nested
    @Disabled
    class Off {
        @Test
        void never() {}

        @Test
        void neverEither() {}
    }
}
