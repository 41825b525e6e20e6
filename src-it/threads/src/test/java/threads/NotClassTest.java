package threads;

import io.github.surefiremp.annotations.NotParallelizable;
import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.Test;

@NotParallelizable
class NotClassTest extends Logged {
    @Test
    @Parallelizable(Scope.ALL)
    void a() {}

    @Test
    @Parallelizable(Scope.ALL)
    void b() {}
}
