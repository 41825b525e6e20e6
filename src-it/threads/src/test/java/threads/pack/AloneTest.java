package threads.pack;

import io.github.surefiremp.annotations.NotParallelizable;
import org.junit.jupiter.api.Test;
import threads.Logged;

@NotParallelizable
class AloneTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}
}
