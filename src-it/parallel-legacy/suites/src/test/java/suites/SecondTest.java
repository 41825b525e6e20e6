package suites;

import org.testng.annotations.Test;

public class SecondTest {
    @Test
    public void one() {}
}
