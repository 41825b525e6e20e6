package parallel;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** Its parts run their tests one after another, so that it can be put together again. */
@MpGroup(value = "split", strategy = Strategy.FREE)
class SplitTest extends Logged {
    @Test
    void one() {}

    @Test
    void two() {}
}
