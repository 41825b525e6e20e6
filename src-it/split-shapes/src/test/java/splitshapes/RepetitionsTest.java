package splitshapes;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
    @RepeatedTest(3)
    void repeats(RepetitionInfo info) {
        System.out.println("repetition " + info.getCurrentRepetition());
        assertNotEquals(2, info.getCurrentRepetition(), "the second one fails");
    }

    @RepeatedTest(2)
    void repeatsToo() {}

    @Test
    void once() {}
}
