package jupiter;

import org.junit.jupiter.api.Test;

class SecondTest {
    @Test
    void one() {}
}
