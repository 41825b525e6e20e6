package grouperrors.superclass;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

@MpGroup("stock")
class ShopTest extends Base {
    @Test
    void sells() {}
}
