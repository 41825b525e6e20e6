package runorder;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class EchoTest extends Base {
    @Test
    void one() {
        fail("always");
    }
}
