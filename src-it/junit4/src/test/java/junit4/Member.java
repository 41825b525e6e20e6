package junit4;

import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.experimental.categories.Category;

/** Not a test class to Surefire, by its name. */
public class Member {
    @BeforeClass
    public static void begin() {
        System.out.println("member begins");
    }

    @Test
    @Category(Slow.class)
    public void passes() {}

    @Test
    public void fails() {
        throw new IllegalStateException("member");
    }
}
