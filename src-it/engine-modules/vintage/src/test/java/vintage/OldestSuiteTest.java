package vintage;

import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestSuite;

/** JUnit 3 with a method that puts tests together. */
public class OldestSuiteTest {
    public static Test suite() {
        TestSuite suite = new TestSuite("by hand");
        suite.addTestSuite(Members.class);
        suite.addTest(new TestCase("single") {
            @Override
            protected void runTest() {}
        });
        return suite;
    }

    public static class Members extends TestCase {
        public void testOne() {}

        public void testTwo() {
            fail("two");
        }
    }
}
