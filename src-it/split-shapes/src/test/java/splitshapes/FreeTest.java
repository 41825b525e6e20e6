package splitshapes;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "free", strategy = Strategy.FREE)
class FreeTest {
    @Test
    void one() {
        System.out.println("free one");
    }

    @Test
    void two() {
        System.out.println("free two");
    }
}
