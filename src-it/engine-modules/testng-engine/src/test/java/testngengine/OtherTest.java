package testngengine;

import org.testng.annotations.Test;

public class OtherTest {
    @Test(groups = "fast")
    public void one() {}

    @Test(invocationCount = 2)
    public void twice() {}
}
