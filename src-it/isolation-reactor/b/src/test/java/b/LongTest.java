package b;

import org.junit.jupiter.api.Test;

/** Lasts until the isolated tests of a run, which they must not, or for a while. */
class LongTest extends Logged {
    @Test
    void lasts() {
        Events.come("b-runs");
        Events.lastUntil("a-is-isolated");
    }
}
