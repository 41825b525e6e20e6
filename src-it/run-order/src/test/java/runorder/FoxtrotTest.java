package runorder;

import org.junit.jupiter.api.Test;

class FoxtrotTest extends Base {
    @Test
    void one() {}
}
