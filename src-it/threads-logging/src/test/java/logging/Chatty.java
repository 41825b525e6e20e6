package logging;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Eight tests that log as fast as they can, at the same time where there are threads. */
@Parallelizable(Scope.ALL)
abstract class Chatty {
    private static final int TESTS = 8;
    private static final int LINES = 400;
    private static final CyclicBarrier ALL = new CyclicBarrier(TESTS);

    abstract void log(String line);

    @RepeatedTest(TESTS)
    void logs(RepetitionInfo repetition) throws Exception {
        if (Integer.getInteger("threads") >= TESTS) {
            ALL.await(30, TimeUnit.SECONDS);
        }
        for (int i = 0; i < LINES; i++) {
            log("test " + repetition.getCurrentRepetition() + " line " + i);
        }
    }

    @AfterAll
    static void reset() {
        ALL.reset();
    }
}
