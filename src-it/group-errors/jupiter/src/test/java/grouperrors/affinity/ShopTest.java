package grouperrors.affinity;

import grouperrors.Marked;
import io.github.surefiremp.annotations.Affinity;
import org.junit.jupiter.api.Test;

@Affinity(" ")
class ShopTest extends Marked {
    @Test
    void sells() {}
}
