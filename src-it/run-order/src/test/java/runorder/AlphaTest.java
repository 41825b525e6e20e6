package runorder;

import org.junit.jupiter.api.Test;

class AlphaTest extends Base {
    @Test
    void one() {}
}
