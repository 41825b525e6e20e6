package choice;

import junit.framework.TestCase;

public class OldestTest extends TestCase {
    public void testPasses() {
        System.out.println("oldest passes");
    }

    public void testFails() {
        assertEquals("one", "two");
    }
}
