package a;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Would begin while the tests of b run, if nothing kept it from that. */
@MpGroup(value = "isolated", strategy = Strategy.ISOLATED_SERIAL)
class IsolatedTest extends Logged {
    @Test
    void one() {
        Events.come("a-is-isolated");
        Events.pause(300);
    }

    @Test
    void two() {
        Events.come("a-is-isolated");
        Events.pause(1500);
    }
}
