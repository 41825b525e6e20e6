package pytestmp;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

/** Where pytest has a function, JUnit has a method: one of the group, one of none. */
class FreeFunctionTest extends Logged {
    @MpGroup("free")
    @Test
    void function() {
        Events.meet("function", "method");
    }

    @Test
    void ungrouped() {}
}
