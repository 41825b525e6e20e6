package different;

import org.junit.jupiter.api.Test;

/** Leaves something in its JVM. */
class AFirstTest {
    static boolean ran;

    @Test
    void leavesSomething() {
        ran = true;
    }
}
