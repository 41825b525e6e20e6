package grouperrors.vintage;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.Test;

public class ShopTest {
    @MpGroup("till")
    @Test
    public void sells() throws java.io.IOException {
        new grouperrors.Marked() {}.mark();
    }
}
