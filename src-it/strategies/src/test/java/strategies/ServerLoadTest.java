package strategies;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

@MpGroup("server")
class ServerLoadTest extends Logged {
    @Test
    void takesLoad() {}

    @Test
    void shedsLoad() {}
}
