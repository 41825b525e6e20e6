package strategies;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "server", strategy = Strategy.ISOLATED_FREE)
class ServerTest extends Logged {
    @Test
    void starts() {
        Events.meet("starts", "stops");
    }

    @Test
    void stops() {
        Events.meet("stops", "starts");
    }
}
