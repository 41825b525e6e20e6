package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@Parallelizable(Scope.CHILDREN)
class LockedTest extends Logged {
    @Test
    @ResourceLock("one")
    void l1() {}

    @Test
    @ResourceLock("one")
    void l2() {}

    @Test
    void a() {}

    @Test
    void b() {}
}
