package ends;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class Failure1Test {
    @Test
    void fails(@Shared(OfAll.class) long all) {
        long own = Mp.shared(OfTheFailed.class);
        Journal.write("fails");
        fail();
    }
}
