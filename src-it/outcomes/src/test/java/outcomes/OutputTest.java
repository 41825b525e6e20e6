package outcomes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.MethodName.class)
class OutputTest {
    @BeforeAll
    static void beforeAll() {
        System.out.println("out before all");
        System.err.println("err before all");
    }

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
    void printsEmptyLines() {
        System.out.println();
        System.out.println("\n\nbetween\n");
        System.out.println("   leading and trailing blanks   ");
    }

    @Test
    void printsOddCharacters() {
        System.out.println("ä ö ü € <tag> & ]]> \t : ,");
    }

    @Test
    void printsWithoutNewline() {
        System.out.print("no ");
        System.out.print("newline");
        System.err.print("neither here");
    }

    @Test
    void printsZWritesBytes() {
        System.out.write('x');
        System.out.write('\n');
        System.out.printf("%d %s%n", 7, "formatted");
    }

    @AfterEach
    void afterEach() {
        System.out.println("after each");
    }

    @AfterAll
    static void afterAll() {
        System.out.println("out after all");
    }
}
