package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

@Parallelizable(Scope.CHILDREN)
class OutcomesTest extends Logged {
    @BeforeAll
    static void before() {
        System.out.println("set-up of OutcomesTest");
    }

    @AfterAll
    static void after() {
        System.out.println("tear-down of OutcomesTest");
    }

    @Test
    void passes() {}

    @Test
    void fails() {
        Assertions.fail("as it should");
    }

    @Test
    void errs() {
        throw new IllegalStateException("as it should");
    }

    @Test
    @Disabled("as it should")
    void isSkipped() {}

    @Test
    void aborts() {
        Assumptions.abort("as it should");
    }
}
