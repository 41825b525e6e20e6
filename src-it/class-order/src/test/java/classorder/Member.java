package classorder;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "ledger", strategy = Strategy.SERIAL)
abstract class Member {
    @Test
    void first() {
        Events.write(getClass().getSimpleName() + ".first");
    }

    @Test
    void second() {
        Events.write(getClass().getSimpleName() + ".second");
    }
}
