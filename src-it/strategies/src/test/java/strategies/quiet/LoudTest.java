package strategies.quiet;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;
import strategies.Events;
import strategies.Logged;

/** Replaces the default of its package, so that it may run beside the others of the package. */
@MpGroup(value = "loud", strategy = Strategy.FREE)
class LoudTest extends Logged {
    @Test
    void isLoud() {
        Events.meet("loud", "quiet");
    }
}
