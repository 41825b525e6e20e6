package crash;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class HaltingTest {
    @Test
    void a_passes() {}

    @Test
    void b_halts() {
        Runtime.getRuntime().halt(7);
    }

    @Test
    void c_runs_in_another_worker() {}
}
