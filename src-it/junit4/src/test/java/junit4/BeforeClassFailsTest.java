package junit4;

import org.junit.BeforeClass;
import org.junit.Test;

public class BeforeClassFailsTest {
    @BeforeClass
    public static void setUp() {
        System.out.println("setting up");
        throw new IllegalStateException("no set-up");
    }

    @Test
    public void one() {}
}
