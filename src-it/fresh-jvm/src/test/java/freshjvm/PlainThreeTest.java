package freshjvm;

import org.junit.jupiter.api.Test;

class PlainThreeTest extends Logged {
    @Test
    void first() {}

    @Test
    void second() {}
}
