package choice;

import static org.junit.Assert.assertEquals;

import org.junit.BeforeClass;
import org.junit.Ignore;
import org.junit.Test;

public class OldTest {
    @BeforeClass
    public static void begin() {
        System.out.println("old begins");
    }

    @Test
    public void passes() {}

    @Test
    public void fails() {
        assertEquals("one", "two");
    }

    @Test
    @Ignore("not today")
    public void isIgnored() {}
}
