package strategies;

import org.junit.jupiter.api.Test;

/** Runs beside the first test of the serial group. */
class CompanionTest extends Logged {
    @Test
    void runsBeside() {
        Events.meet("companion", "ledger");
    }
}
