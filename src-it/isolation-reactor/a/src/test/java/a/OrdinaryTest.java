package a;

import org.junit.jupiter.api.Test;

/** Runs after the isolated tests, beside a test of b. */
class OrdinaryTest extends Logged {
    @Test
    void runsBeside() {
        Events.meet("ordinary-of-a", "ordinary-of-b");
    }
}
