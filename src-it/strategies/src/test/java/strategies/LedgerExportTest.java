package strategies;

import org.junit.jupiter.api.Test;

class LedgerExportTest extends LedgerBase {
    @Test
    void exports() {
        Events.meet("ledger", "companion");
    }
}
