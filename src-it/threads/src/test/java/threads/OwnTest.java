package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class OwnTest extends Logged {
    @Test
    void a() {}

    @Test
    @Parallelizable(Scope.CHILDREN)
    void b1() {}

    @Test
    @Parallelizable(Scope.CHILDREN)
    void b2() {}

    @Test
    void c() {}
}
