package b;

import org.junit.jupiter.api.Test;

/** Runs beside an ordinary test of a. */
class AgainTest extends Logged {
    @Test
    void runsBeside() {
        Events.meet("ordinary-of-b", "ordinary-of-a");
    }
}
