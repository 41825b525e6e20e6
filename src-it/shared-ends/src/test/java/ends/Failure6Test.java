package ends;

import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class Failure6Test {
    @Test
    void uses(@Shared(OfAll.class) long all) throws InterruptedException {
        Journal.write("all used");
        // Long enough for the failure to be known before all have run.
        Journal.await("fails");
        Thread.sleep(200);
    }
}
