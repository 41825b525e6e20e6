package junit4;

import org.junit.Test;
import org.junit.experimental.categories.Category;

@Category(Slow.class)
public class SlowTest {
    @Test
    public void passes() {}

    @Test
    public void fails() {
        throw new AssertionError("slow");
    }
}
