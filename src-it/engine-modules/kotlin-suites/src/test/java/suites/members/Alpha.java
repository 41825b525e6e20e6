package suites.members;

import org.junit.jupiter.api.Test;

/** Not a test class to Surefire, by its name. */
public class Alpha {
    @Test
    void one() {
        System.out.println("alpha one");
    }

    @Test
    void two() {
        throw new IllegalStateException("alpha two");
    }
}
