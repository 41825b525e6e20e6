package groupsvintage;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.Test;

/** Says the strategy for the whole group; the first of it runs beside another class. */
@MpGroup(value = "server", strategy = Strategy.SERIAL)
public class ServerStartTest extends Logged {
    @Test
    public void starts() {
        Events.meet("server", "companion");
    }

    @Test
    public void startsAgain() {
        Events.meet("server", "companion");
    }
}
