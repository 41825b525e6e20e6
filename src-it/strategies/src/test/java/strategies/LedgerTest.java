package strategies;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Says the strategy for the whole group. */
@MpGroup(value = "ledger", strategy = Strategy.SERIAL)
class LedgerTest extends Logged {
    @Test
    void opens() {
        Events.meet("ledger", "companion");
    }

    @Test
    void closes() {
        Events.meet("ledger", "companion");
    }
}
