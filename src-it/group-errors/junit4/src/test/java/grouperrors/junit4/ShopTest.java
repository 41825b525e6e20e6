package grouperrors.junit4;

import io.github.surefiremp.annotations.MpGroup;
import org.junit.Test;

public class ShopTest extends Marked {
    @MpGroup("till")
    @Test
    public void sells() {}
}
