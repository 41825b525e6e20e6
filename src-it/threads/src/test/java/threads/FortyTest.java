package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

@Parallelizable(Scope.ALL)
class FortyTest {
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
        Events.during("FortyTest.sleeps#" + info.getCurrentRepetition(), 100);
    }
}
