package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Parallelizable(Scope.ALL)
class SetUpFailsTest extends Logged {
    @BeforeAll
    static void before() {
        System.out.println("set-up of SetUpFailsTest");
        throw new IllegalStateException("no set-up");
    }

    @Test
    void a() {}

    @Test
    void b() {}

    @Test
    void c() {}
}
