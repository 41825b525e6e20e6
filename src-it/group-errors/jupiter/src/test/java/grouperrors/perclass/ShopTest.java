package grouperrors.perclass;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ShopTest extends Marked {
    @MpGroup("till")
    @Test
    void sells() {}
}
