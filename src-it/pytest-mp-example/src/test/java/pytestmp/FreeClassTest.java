package pytestmp;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

/** No strategy is free. */
@MpGroup("free")
class FreeClassTest extends Logged {
    @Test
    void one() {
        Events.meet("method", "function");
    }

    @Test
    void two() {}

    @Test
    void three() {}
}
