package crash;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class NativeTest {
    @Test
    void a_hasNoMemory() {
        long[][] all = new long[1_000_000][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new long[1_000_000];
        }
    }

    @Test
    void b_crashes() throws Exception {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-SEGV", pid).start().waitFor();
        Thread.sleep(60_000);
    }

    @Test
    void c_passes() {}
}
