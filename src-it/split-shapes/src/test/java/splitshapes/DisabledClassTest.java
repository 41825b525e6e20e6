package splitshapes;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** More methods than workers, so that one worker has several parts of it; their names begin with each other. */
@Disabled("the whole class")
class DisabledClassTest {
    @Test
    void one() {}

    @Test
    void one(TestInfo info) {}

    @Test
    void oneMore() {}

    @Test
    void two() {}

    @Test
    void twoMore() {}

    @Test
    void three() {}

    @Nested
    class Inner {
        @Test
        void one() {}

        @Test
        void two() {}
    }
}
