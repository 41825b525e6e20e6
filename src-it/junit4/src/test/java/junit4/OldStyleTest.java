package junit4;

import junit.framework.TestCase;

public class OldStyleTest extends TestCase {
    public void testPasses() {}

    public void testFails() {
        assertEquals(1, 2);
    }
}
