package jupiter;

import org.junit.jupiter.api.Test;

class FirstTest {
    @Test
    void one() {}
}
