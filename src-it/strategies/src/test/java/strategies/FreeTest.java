package strategies;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Its methods may run in several workers, and two of them do at the same time. */
@MpGroup(value = "free", strategy = Strategy.FREE)
class FreeTest extends Logged {
    @Test
    void one() {
        Events.meet("free-one", "free-two");
    }

    @Test
    void two() {
        Events.meet("free-two", "free-one");
    }

    @Test
    void three() {}

    @Test
    void four() {}
}
