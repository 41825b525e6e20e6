package freshjvm;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

@MpGroup(value = "fresh", freshJvm = true)
class FreshTwoTest extends Logged {
    @Test
    void first() {}

    @Test
    void second() {}
}
