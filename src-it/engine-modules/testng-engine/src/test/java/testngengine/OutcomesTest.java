package testngengine;

import static org.testng.Assert.assertEquals;

import org.testng.SkipException;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class OutcomesTest {
    @BeforeMethod
    public void before() {
        System.out.println("before");
    }

    @Test
    public void passes() {}

    @Test
    public void fails() {
        assertEquals("one", "two");
    }

    @Test
    public void skips() {
        throw new SkipException("not today");
    }

    @Test(dependsOnMethods = "fails")
    public void depends() {}

    @DataProvider
    public Object[][] numbers() {
        return new Object[][] {{1}, {2}, {3}};
    }

    @Test(dataProvider = "numbers")
    public void isOdd(int number) {
        assertEquals(number % 2, 1);
    }

    /** Some messages hold it; not the address, which differs from run to run. */
    @Override
    public String toString() {
        return "the outcomes";
    }
}
