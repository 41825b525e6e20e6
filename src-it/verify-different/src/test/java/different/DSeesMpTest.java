package different;

import java.net.BindException;
import org.junit.jupiter.api.Test;

/** Fails because of mp, and says that it is because of a port. */
class DSeesMpTest {
    @Test
    void runsInNoWorker() throws BindException {
        if (System.getProperty("mp.worker") != null) {
            throw new BindException("Address already in use");
        }
    }
}
