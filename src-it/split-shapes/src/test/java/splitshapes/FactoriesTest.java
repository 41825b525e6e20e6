package splitshapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class FactoriesTest {
    @TestFactory
    Stream<DynamicNode> makes() {
        return Stream.of(
                dynamicTest("first", () -> System.out.println("dynamic")),
                dynamicTest("second", () -> assertEquals(1, 2)),
                dynamicContainer("container", Stream.of(dynamicTest("in it", () -> {
                    throw new IllegalStateException("in a container");
                }))));
    }

    @TestFactory
    Stream<DynamicNode> makesNone() {
        return Stream.empty();
    }

    @TestFactory
    Stream<DynamicNode> cannotMake() {
        throw new IllegalStateException("no tests");
    }
}
