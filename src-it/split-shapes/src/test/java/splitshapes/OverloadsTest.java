package splitshapes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverloadsTest {
    @Test
    void same() {
        System.out.println("without parameters");
    }

    @Test
    void same(TestInfo info) {
        System.out.println("with information");
        fail("with information");
    }

    @Test
    void same(TestInfo info, TestReporter reporter) {
        System.out.println("with two parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void same(String text) {
        System.out.println("with " + text);
    }

    @Test
    void sameAndMore() {}
}
