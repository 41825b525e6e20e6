package suites.members;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Not a test class to Surefire, by its name. */
public class Beta {
    @Test
    void three() {}

    @Nested
    class Inside {
        @Test
        void four() {}
    }
}
