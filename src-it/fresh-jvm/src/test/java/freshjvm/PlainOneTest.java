package freshjvm;

import org.junit.jupiter.api.Test;

class PlainOneTest extends Logged {
    @Test
    void first() {}

    @Test
    void second() {}
}
