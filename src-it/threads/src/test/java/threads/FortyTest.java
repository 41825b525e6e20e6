package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@Parallelizable(Scope.ALL)
class FortyTest {
    private static final long DEADLINE_MILLIS = 30_000;
    private static final int THREADS = Integer.getInteger("threads");
    private static final AtomicInteger BEGUN = new AtomicInteger();

    @BeforeAll
    static void before() {
        Events.log("before FortyTest");
    }

    @AfterAll
    static void after() {
        Events.log("after FortyTest");
    }

    @RepeatedTest(40)
    void sleeps(RepetitionInfo info) {
        String name = "FortyTest.sleeps#" + info.getCurrentRepetition();
        Events.log("start " + name);
        BEGUN.incrementAndGet();
        // The first ones wait for each other, so that all threads are seen on a busy machine too.
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (BEGUN.get() < THREADS && System.currentTimeMillis() < deadline) {
            Events.pause(5);
        }
        Events.pause(100);
        Events.log("end " + name);
    }
}
