package grouperrors.twice;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(
        value = "drawer",
        strategy = {Strategy.SERIAL, Strategy.ISOLATED_FREE})
class ShopTest extends Marked {
    @Test
    void sells() {}
}
