package testng;

import static org.testng.Assert.assertEquals;

import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class OutcomesTest {
    @Test
    public void passes() {
        System.out.println("passing");
    }

    @Test
    public void fails() {
        assertEquals("one", "two");
    }

    @Test
    public void errors() {
        throw new IllegalStateException("broken", new RuntimeException("by this"));
    }

    @Test(enabled = false)
    public void isDisabled() {}

    @Test
    public void isSkipped() {
        throw new SkipException("not today");
    }

    @Test(dependsOnMethods = "fails")
    public void depends() {}

    /** Some messages hold it; not the address, which differs from run to run. */
    @Override
    public String toString() {
        return "the outcomes";
    }

    @DataProvider
    public Object[][] numbers() {
        return new Object[][] {{1}, {2}, {3}};
    }

    @Test(dataProvider = "numbers")
    public void isOdd(int number) {
        assertEquals(number % 2, 1);
    }
}
