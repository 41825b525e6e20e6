package leftbehind;

import static org.junit.Assert.assertNull;

import org.junit.Test;

/** Finds nothing of it. */
public class FFinds {
    @Test
    @SuppressWarnings("removal")
    public void security() {
        assertNull(System.getSecurityManager());
        System.out.println("in " + ProcessHandle.current().pid());
    }
}
