package grouperrors.blank;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;

@MpGroup(" ")
class ShopTest extends Marked {
    @Test
    void sells() {}
}
