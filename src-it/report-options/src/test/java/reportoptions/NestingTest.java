package reportoptions;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A class")
class NestingTest {
    @Test
    void inTheOuterOne() {
        System.out.println("outer");
    }

    @Nested
    @DisplayName("with a nested one")
    class Inner {
        @Test
        @DisplayName("that speaks")
        void speaks() {
            System.out.println("inner");
            System.err.println("inner err");
        }

        @Nested
        class Innermost {
            @Test
            void fails() {
                fail("deep down");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void several(int number) {
        System.out.println("number " + number);
    }
}
