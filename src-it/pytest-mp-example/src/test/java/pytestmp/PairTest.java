package pytestmp;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Both share what others would disturb. */
@MpGroup(value = "pair", strategy = Strategy.ISOLATED_SERIAL)
class PairTest extends Logged {
    @Test
    void first() {}

    @Test
    void second() {}
}
