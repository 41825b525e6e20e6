package threads;

import io.github.surefiremp.annotations.NotParallelizable;
import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Parallelizable(Scope.CHILDREN)
@TestMethodOrder(MethodOrderer.MethodName.class)
class MixedTest extends Logged {
    @Test
    void a1() {}

    @Test
    void a2() {}

    @Test
    @NotParallelizable
    void b() {}

    @Test
    void c1() {}

    @Test
    void c2() {}

    @Test
    @NotParallelizable
    void d() {}

    @Test
    void e() {}
}
