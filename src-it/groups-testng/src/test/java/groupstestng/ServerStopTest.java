package groupstestng;

import io.github.surefiremp.annotations.MpGroup;
import org.testng.annotations.Test;

@MpGroup("server")
public class ServerStopTest extends Logged {
    @Test
    public void stops() {
        Events.meet("server", "companion");
    }
}
