package ends;

import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class Failure6Test {
    @Test
    void uses(@Shared(OfAll.class) long all) {
        Journal.write("all used");
    }
}
