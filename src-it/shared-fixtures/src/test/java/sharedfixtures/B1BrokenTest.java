package sharedfixtures;

import io.github.surefiremp.coordination.Shared;
import org.junit.jupiter.api.Test;

class B1BrokenTest {
    @Test
    void doesNotRun(@Shared(Broken.class) String handle) {
        Journal.write("broken used");
    }
}
