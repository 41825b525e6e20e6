package vintage;

import org.junit.Test;
import org.junit.experimental.runners.Enclosed;
import org.junit.runner.RunWith;

@RunWith(Enclosed.class)
public class EnclosedTest {
    public static class WhenEmpty {
        @Test
        public void hasNothing() {}
    }

    public static class WhenFull {
        @Test
        public void hasAll() {
            throw new IllegalStateException("not all");
        }
    }
}
