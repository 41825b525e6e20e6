package outcomes;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeforeAllFailsTest {
    @BeforeAll
    static void setUp() {
        System.out.println("setting up");
        throw new IllegalStateException("no set-up", new RuntimeException("its cause"));
    }

    @Test
    void one() {}

    @Test
    void two() {}
}
