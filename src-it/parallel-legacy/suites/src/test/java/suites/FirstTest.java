package suites;

import org.testng.annotations.Test;

public class FirstTest {
    @Test
    public void one() {}
}
