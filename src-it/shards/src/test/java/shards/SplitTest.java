package shards;

import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void one() {}

    @Test
    void two() {}
}
