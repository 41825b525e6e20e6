package vintage;

import org.junit.BeforeClass;
import org.junit.Test;

public class NoSetUpTest {
    @BeforeClass
    public static void setUp() {
        throw new IllegalStateException("no set-up");
    }

    @Test
    public void one() {}

    @Test
    public void two() {}
}
