package junit4;

import junit.framework.TestCase;

/** JUnit 3. */
public class OldestTest extends TestCase {
    @Override
    protected void setUp() {
        System.out.println("set up " + getName());
    }

    public void testPasses() {}

    public void testFails() {
        assertEquals("one", "two");
    }
}
