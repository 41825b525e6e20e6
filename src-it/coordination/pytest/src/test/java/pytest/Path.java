package pytest;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Trail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import things.Journal;

/** Must be idempotent, with tear-down by the last one; the others see what the first one made. */
abstract class Path {
    @BeforeAll
    static void start() {
        Journal.meet("path");
        try (Trail.Step step = Mp.trail("path").start()) {
            if (step.first()) {
                Journal.write("path begun");
                Journal.work(100);
                Journal.write("path up");
            }
        }
        Journal.write("path entered");
    }

    @Test
    void uses() {
        Journal.write("path used in " + ProcessHandle.current().pid());
        if (Mp.isActive()) {
            Journal.await("path used", 3);
        }
    }

    @AfterAll
    static void finish() {
        Journal.write("path left");
        try (Trail.Step step = Mp.trail("path").finish()) {
            if (step.last()) {
                Journal.write("path down");
                Journal.work(50);
                Journal.write("path gone");
            }
        }
    }
}
