package testng;

import static org.testng.Assert.assertTrue;

import org.testng.annotations.BeforeClass;
import org.testng.annotations.Listeners;
import org.testng.annotations.Test;

@Listeners(Telling.class)
public class GroupsTest {
    @BeforeClass(alwaysRun = true)
    public void begin() {
        System.out.println("begins");
    }

    @Test(groups = "fast")
    public void isFast() {}

    @Test(groups = "fast", dependsOnMethods = "isFast")
    public void isNext() {}

    @Test(groups = "slow", dependsOnGroups = "fast")
    public void isLast() {
        assertTrue(Telling.heard > 0, "nobody listens");
    }

    @Test(groups = "slow", invocationCount = 2)
    public void twice() {}
}
