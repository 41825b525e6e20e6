package shards;

import org.junit.jupiter.api.Test;

class WholeTest {
    @Test
    void whole() {}
}
