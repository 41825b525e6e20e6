package strategies;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** One of its methods is in a group with one of another class. */
class WithdrawTest extends Logged {
    @MpGroup(value = "account", strategy = Strategy.SERIAL)
    @Test
    void withdraws() {}

    @Test
    void asks() {}
}
