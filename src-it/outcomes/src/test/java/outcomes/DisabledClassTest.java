package outcomes;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

@Disabled("the whole class")
class DisabledClassTest {
    @Test
    void one() {}

    @Test
    void two() {}
}
