package session;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class FreshCTest {
    @Test
    void uses(@Shared(Stand.class) long pid) {
        assertNotEquals(ProcessHandle.current().pid(), pid);
        assertTrue(ProcessHandle.of(pid).isPresent());
        Journal.write("stand used, pid " + pid);
    }
}
