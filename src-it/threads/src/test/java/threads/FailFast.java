package threads;

import io.github.surefiremp.annotations.NotParallelizable;
import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Six in a batch for four threads, of which the first one fails; then two more. Runs only where it is asked for. */
@Parallelizable(Scope.CHILDREN)
@TestMethodOrder(MethodOrderer.MethodName.class)
class FailFast {
    @Test
    void a1() {
        Assertions.fail("as it should");
    }

    @Test
    void a2() {
        Events.pause(200);
    }

    @Test
    void a3() {
        Events.pause(200);
    }

    @Test
    void a4() {
        Events.pause(200);
    }

    @Test
    void a5() {
        Events.pause(200);
    }

    @Test
    void a6() {
        Events.pause(200);
    }

    @Test
    @NotParallelizable
    void b() {}

    @Test
    void c1() {}

    @Test
    void c2() {}
}
