package tags;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FastTest {
    @Test
    void one() {}

    @Test
    void two() {}
}
