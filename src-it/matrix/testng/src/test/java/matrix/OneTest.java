package matrix;

import static org.testng.Assert.assertEquals;

import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class OneTest {
    @DataProvider
    public Object[][] numbers() {
        return new Object[][] {{1}, {2}};
    }

    @Test(dataProvider = "numbers")
    public void passes(int number) {
        System.out.println("out of One " + number);
    }

    @Test
    public void fails() {
        assertEquals(2, 1, "on purpose");
    }

    @Test
    public void isSkipped() {
        throw new SkipException("on purpose");
    }
}
