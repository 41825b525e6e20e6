package b;

import org.junit.jupiter.api.Test;

/** The same as LongTest for the integration tests of a. */
class AgainLongTest extends Logged {
    @Test
    void lasts() {
        Events.come("b-runs-again");
        Events.lastUntil("a-is-isolated-again");
    }
}
