package runorder;

import org.junit.jupiter.api.Test;

class BravoTest extends Base {
    @Test
    void one() {}
}
