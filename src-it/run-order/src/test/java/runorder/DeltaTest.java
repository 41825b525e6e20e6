package runorder;

import org.junit.jupiter.api.Test;

class DeltaTest extends Base {
    @Test
    void one() {}
}
