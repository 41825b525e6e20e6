package splitshapes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a class with a name")
class NamesTest {
    @Test
    @DisplayName("a name with <brackets> & ä")
    void hasName() {}

    @Test
    @DisplayName("the same name")
    void one() {}

    @Test
    @DisplayName("the same name")
    void two() {
        fail("of the same name");
    }
}
