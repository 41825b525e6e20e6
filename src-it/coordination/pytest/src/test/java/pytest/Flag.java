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
        Journal.meet("flag");
        try (Lock held = Mp.lock().acquire(Duration.ofSeconds(30))) {
            MessageBoard board = Mp.messageBoard();
            if (board.get("flag", Boolean.class) == null) {
                Journal.write("flag call");
                Journal.work(50);
                board.put("flag", true);
            }
        }
    }

    @Test
    void uses() {
        Journal.write("flag used in " + ProcessHandle.current().pid());
        assertEquals(1, Journal.count("flag call"));
    }
}
