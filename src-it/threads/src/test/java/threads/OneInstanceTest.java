package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Parallelizable(Scope.CHILDREN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneInstanceTest extends Logged {
    private final AtomicInteger here = new AtomicInteger();

    @BeforeAll
    void before() {
        Events.log("before OneInstanceTest");
    }

    @AfterAll
    void after() {
        Events.log("after OneInstanceTest " + here.get());
    }

    @Test
    void a() {
        here.incrementAndGet();
    }

    @Test
    void b() {
        here.incrementAndGet();
    }
}
