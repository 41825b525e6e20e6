package parallel;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "ledger", strategy = Strategy.SERIAL)
class LedgerTest extends Logged {
    @Test
    void opens() {}

    @Test
    void writes() {}

    @Test
    void reads() {}
}
