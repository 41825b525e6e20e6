package strategies;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What holds for the class holds for its nested ones. */
@MpGroup("ledger")
class LedgerImportTest extends Logged {
    @Test
    void imports() {
        Events.meet("ledger", "companion");
    }

    @Nested
    class OfNothing {
        @Test
        void importsNothing() {
            Events.meet("ledger", "companion");
        }
    }
}
