package junit4;

import org.junit.Test;
import org.junit.experimental.categories.Category;

public class CategoriesTest {
    @Test
    public void isFast() {}

    @Test
    @Category(Slow.class)
    public void isSlow() {
        System.out.println("slow");
    }
}
