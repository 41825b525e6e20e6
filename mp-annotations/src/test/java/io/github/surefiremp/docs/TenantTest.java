package io.github.surefiremp.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.coordination.MessageBoard;
import io.github.surefiremp.coordination.Mp;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantTest {
    private static String createTenant() {
        return "tenant-" + UUID.randomUUID(); // slow in real life
    }

    @Test
    void usesTheOneTenant() {
        String tenant = Mp.messageBoard().computeIfAbsent("tenant", String.class, TenantTest::createTenant);
        assertTrue(tenant.startsWith("tenant-"));
    }

    @Test
    void takesNumbersThatNobodyElseHas() {
        int one = nextNumber();
        assertTrue(nextNumber() > one);
    }

    private static int nextNumber() {
        MessageBoard board = Mp.messageBoard();
        while (true) {
            Integer old = board.get("number", Integer.class);
            if (old == null ? board.putIfAbsent("number", 1) : board.replace("number", old, old + 1)) {
                return old == null ? 1 : old + 1;
            }
        }
    }
}
