package splitshapes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutputTest {
    @BeforeEach
    void beforeEach() {
        System.out.println("before each");
    }

    @Test
    void failsAndPrints() {
        System.out.println("out of a failing test");
        System.err.println("err of a failing test");
        fail("after it printed");
    }

    @Test
    void printsBoth() {
        System.out.println("out one");
        System.err.println("err one");
        System.out.println("out two");
    }

    @Test
    void printsWithoutNewline() {
        System.out.print("no ");
        System.out.print("newline");
        System.err.print("neither here");
    }

    @AfterEach
    void afterEach() {
        System.out.println("after each");
    }
}
