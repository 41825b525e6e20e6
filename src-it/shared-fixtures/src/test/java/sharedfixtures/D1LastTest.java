package sharedfixtures;

import io.github.surefiremp.coordination.Mp;
import org.junit.jupiter.api.Test;

class D1LastTest {
    /** Without mp nobody knows who the last user is. */
    @Test
    void runsAfterTheServer() throws InterruptedException {
        if (Mp.isActive()) {
            Journal.await("server down");
        }
        Journal.write("last test");
    }
}
