package pytest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefiremp.coordination.Lock;
import io.github.surefiremp.coordination.MessageBoard;
import io.github.surefiremp.coordination.Mp;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import things.Journal;

/** Must be idempotent, with tear-down; who is the first to end cleans up, and does not care for the others. */
abstract class Value {
    private static String value;

    @BeforeAll
    static void setUpOnce() {
        Journal.meet("value");
        try (Lock held = Mp.lock().acquire(Duration.ofSeconds(30))) {
            MessageBoard board = Mp.messageBoard();
            value = board.get("value", String.class);
            if (value == null) {
                Journal.write("value call");
                Journal.work(50);
                value = "made by " + ProcessHandle.current().pid();
                board.put("value", value);
            }
        }
    }

    @Test
    void uses() {
        Journal.write("value " + value + " used in " + ProcessHandle.current().pid());
        if (Mp.isActive()) {
            Journal.await("value made", 3);
            if (!getClass().getSimpleName().equals("Value1Test")) {
                // Nothing keeps the one that ends from cleaning up while this one goes on.
                Journal.await("value cleaned up", 1);
            }
        }
        Journal.write("value still used");
        assertEquals(value, Mp.messageBoard().get("value", String.class));
    }

    @AfterAll
    static void tearDownOnce() {
        try (Lock held = Mp.lock().acquire(Duration.ofSeconds(30))) {
            MessageBoard board = Mp.messageBoard();
            if (board.get("value torn down", Boolean.class) == null) {
                board.put("value torn down", true);
                Journal.write("value cleaned up");
                Journal.work(50);
            }
        }
    }
}
