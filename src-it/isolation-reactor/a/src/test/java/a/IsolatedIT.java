package a;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Its methods run beside each other but not beside those of b. */
@MpGroup(value = "isolated-it", strategy = Strategy.ISOLATED_FREE)
class IsolatedIT extends Logged {
    @Test
    void one() {
        Events.come("a-is-isolated-again");
        Events.meet("it-one", "it-two");
        Events.pause(300);
    }

    @Test
    void two() {
        Events.come("a-is-isolated-again");
        Events.meet("it-two", "it-one");
        Events.pause(300);
    }
}
