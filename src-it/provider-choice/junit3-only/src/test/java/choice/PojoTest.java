package choice;

/** To Surefire's provider for JUnit 3 a class without any framework is a test, too. */
public class PojoTest {
    public void setUp() {
        System.out.println("set up");
    }

    public void testPasses() {}

    public void testFails() {
        throw new IllegalStateException("broken");
    }
}
