package crash;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SetUpTest {
    @BeforeAll
    static void halts() {
        Runtime.getRuntime().halt(8);
    }

    @Test
    void neverRuns() {}
}
