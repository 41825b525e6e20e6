package parallel;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

@MpGroup("ledger")
class LedgerExportTest extends Logged {
    @Test
    void exports() {}

    @Test
    void sends() {}
}
