package grouperrors.method;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

@MpGroup("till")
class ShopTest extends Marked {
    @MpGroup("stock")
    @Test
    void sells() {}

    @Test
    void buys() {}
}
