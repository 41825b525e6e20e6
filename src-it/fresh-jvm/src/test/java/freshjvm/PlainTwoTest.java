package freshjvm;

import org.junit.jupiter.api.Test;

class PlainTwoTest extends Logged {
    @Test
    void first() {}

    @Test
    void second() {}
}
