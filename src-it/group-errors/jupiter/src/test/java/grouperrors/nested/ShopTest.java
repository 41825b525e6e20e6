package grouperrors.nested;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@MpGroup("till")
class ShopTest extends Marked {
    @Test
    void sells() {}

    @MpGroup("stock")
    @Nested
    class AtNight {
        @Test
        void sellsNothing() {}
    }
}
