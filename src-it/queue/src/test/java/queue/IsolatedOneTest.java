package queue;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

/** The group runs on one machine. */
@MpGroup(value = "isolated", strategy = Strategy.ISOLATED_FREE)
class IsolatedOneTest {
    @Test
    void runs() {}
}
