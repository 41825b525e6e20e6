package testng;

import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

public class SetUpFailsTest {
    @BeforeClass
    public void setUp() {
        throw new IllegalStateException("no set-up");
    }

    @Test
    public void one() {}
}
