package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Parallelizable(Scope.PARAMETERS)
class ParametersTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void p(int i) {}

    @RepeatedTest(3)
    void r() {}

    @TestFactory
    Stream<DynamicTest> f() {
        return IntStream.of(1, 2, 3)
                .mapToObj(i -> DynamicTest.dynamicTest("d" + i, () -> {
                    System.out.println("out of d" + i);
                    Events.during("ParametersTest.f#" + i, 60);
                }));
    }
}
