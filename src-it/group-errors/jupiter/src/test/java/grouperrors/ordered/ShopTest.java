package grouperrors.ordered;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class ShopTest extends Marked {
    @MpGroup("till")
    @Test
    void sells() {}
}
