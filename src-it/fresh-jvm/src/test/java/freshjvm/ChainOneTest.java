package freshjvm;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "chain", strategy = Strategy.SERIAL, freshJvm = true)
class ChainOneTest extends Logged {
    @Test
    void first() {}

    @Test
    void second() {}
}
