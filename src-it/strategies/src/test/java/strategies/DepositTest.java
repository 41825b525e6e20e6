package strategies;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** One of its methods is in a group with one of another class. */
class DepositTest extends Logged {
    @MpGroup(value = "account", strategy = Strategy.SERIAL)
    @Test
    void deposits() {}

    @Test
    void asks() {}
}
