package discoveryissue;

import org.junit.jupiter.api.Test;

class GoodTest {
    @Test
    void passes() {}
}
