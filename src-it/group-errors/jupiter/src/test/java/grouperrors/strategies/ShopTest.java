package grouperrors.strategies;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "till", strategy = Strategy.SERIAL)
class ShopTest extends Marked {
    @Test
    void sells() {}
}
