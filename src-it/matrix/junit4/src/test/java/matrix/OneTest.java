package matrix;

import static org.junit.Assert.assertEquals;

import org.junit.Ignore;
import org.junit.Test;

public class OneTest {
    @Test
    public void passes() {
        System.out.println("out of One");
    }

    @Test
    public void fails() {
        assertEquals("on purpose", 1, 2);
    }

    @Test(expected = IllegalStateException.class)
    public void breaks() {
        throw new IllegalArgumentException("on purpose");
    }

    @Test
    @Ignore("on purpose")
    public void isIgnored() {}
}
