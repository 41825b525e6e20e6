package outcomes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isOdd(int number) {
        System.out.println("number " + number);
        assertEquals(1, number % 2);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"a,1", "'x, y',2", "'tab\t<ä>',3"})
    void hasNames(String text, int number) {
        assertTrue(number != 2, () -> text + " failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "same"})
    void hasTwins(String text) {
        assertEquals("same", text);
    }

    @RepeatedTest(3)
    void repeats(RepetitionInfo info) {
        assertTrue(info.getCurrentRepetition() != 2, "the second one fails");
    }

    @TestFactory
    Stream<DynamicNode> makes() {
        return Stream.of(
                dynamicTest("first", () -> {}),
                dynamicTest("second", () -> assertEquals(1, 2)),
                dynamicContainer("container", Stream.of(dynamicTest("in it", () -> {
                    throw new IllegalStateException("dynamic");
                }))));
    }

    @TestFactory
    Stream<DynamicNode> cannotMake() {
        throw new IllegalStateException("no tests");
    }
}
