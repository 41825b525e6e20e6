package session;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.Mp;
import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class OneATest {
    @Test
    void uses(@Shared(value = Tenant.class, scope = Shared.Scope.SESSION) long pid) {
        assertNotEquals(ProcessHandle.current().pid(), pid);
        assertTrue(ProcessHandle.of(pid).isPresent());
        Journal.write("tenant used, pid " + pid + ", count " + counted());
    }

    /** All modules see the session's board. */
    private static int counted() {
        while (true) {
            Integer old = Mp.session().messageBoard().get("count", Integer.class);
            if (old == null
                    ? Mp.session().messageBoard().putIfAbsent("count", 1)
                    : Mp.session().messageBoard().replace("count", old, old + 1)) {
                return old == null ? 1 : old + 1;
            }
        }
    }
}
