package ends;

import io.github.surefiremp.coordination.Mp;
import org.junit.jupiter.api.Test;

class Timeout2Test {
    @Test
    void ends() {
        long own = Mp.shared(OfAnother.class);
    }
}
