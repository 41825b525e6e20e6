package crash;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class LifecycleTest {
    @Test
    void a_passes() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void b_isKilled(int number) throws Exception {
        if (number == 2) {
            String pid = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-9", pid).start().waitFor();
            Thread.sleep(60_000);
        }
    }

    @Test
    void c_passes() {}
}
