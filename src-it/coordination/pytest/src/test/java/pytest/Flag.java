package pytest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.MessageBoard;
import io.github.surefiremp.coordination.Mp;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import things.Journal;

/** Must be idempotent, without tear-down. */
abstract class Flag {
    @BeforeAll
    static void setUpOnce() {
        try (Lock held = Mp.lock().acquire(Duration.ofSeconds(30))) {
            MessageBoard board = Mp.messageBoard();
            if (board.get("flag", Boolean.class) == null) {
                board.put("flag", true);
                Journal.write("flag call");
                Journal.work(50);
            }
        }
    }

    @Test
    void uses() {
        Journal.write("flag used in " + ProcessHandle.current().pid());
        if (Mp.isActive()) {
            Journal.await("flag used", 3);
        }
        assertEquals(1, Journal.count("flag call"));
    }
}
