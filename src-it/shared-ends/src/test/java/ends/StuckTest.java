package ends;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class StuckTest {
    @Test
    void passes(@Shared(Stuck.InWorker.class) long planned) {
        long atTheEnd = Mp.shared(Stuck.AtTheEnd.class);
        long inSession = Mp.session().shared(Stuck.InSession.class);
    }
}
