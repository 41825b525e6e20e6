package tags;

import org.junit.Test;
import org.junit.experimental.categories.Category;

public class OldTest {
    @Test
    @Category(OldCategory.class)
    public void one() {}

    @Test
    public void two() {}
}
