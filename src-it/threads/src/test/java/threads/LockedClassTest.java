package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@Parallelizable(Scope.CHILDREN)
@ResourceLock("two")
class LockedClassTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}
}
