package splitrerun;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SetUpFailsTest {
    @BeforeAll
    static void setUp() {
        throw new IllegalStateException("no set-up", new RuntimeException("its cause"));
    }

    @Test
    void one() {}

    @Test
    void two() {}
}
