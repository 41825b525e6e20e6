package leftbehind;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Finds nothing of it. */
class FFinds {
    @Test
    @SuppressWarnings("removal")
    void security() {
        assertNull(System.getSecurityManager());
        System.out.println("in " + ProcessHandle.current().pid());
    }
}
