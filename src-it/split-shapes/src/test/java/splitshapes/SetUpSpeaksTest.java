package splitshapes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Its set-up runs once for each part of it, and so does what it prints. */
class SetUpSpeaksTest {
    @BeforeAll
    static void setUp() {
        System.out.println("set up");
        System.err.println("set up with trouble");
    }

    @Test
    void one() {
        System.out.println("one");
    }

    @Test
    void two() {
        System.out.println("two");
    }

    @Test
    void three() {
        System.out.println("three");
    }

    @AfterAll
    static void tearDown() {
        System.out.println("torn down");
    }
}
