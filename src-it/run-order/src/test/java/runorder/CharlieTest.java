package runorder;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class CharlieTest extends Base {
    @Test
    void one() {
        fail("always");
    }
}
