package groupsvintage;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.Test;

@MpGroup("server")
public class ServerStopTest extends Logged {
    @Test
    public void stops() {
        Events.meet("server", "companion");
    }
}
