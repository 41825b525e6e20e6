package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.Compiling;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.Occasions;
import io.github.surefiremp.remember.StartCost;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CompilerChoiceTest {
    private final History history = new History();
    private final TreeSet<String> names = new TreeSet<>();

    @Test
    void nothingIsKnownInAFirstRun() {
        names.add("a.A");

        assertThat(quick()).isFalse();
    }

    @Test
    void littleToComputeNeedsNoThoroughCompiler() {
        seen("a.A", 1_900, Compiling.UNKNOWN);

        assertThat(quick()).isTrue();
    }

    @Test
    void muchToComputeNeedsOneAsLongAsNothingElseIsKnown() {
        seen("a.A", 9_000, Compiling.UNKNOWN);

        assertThat(quick()).isFalse();
    }

    @Test
    void itIsLeftOutWhereItTakesMuch() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 45));
        seen("a.B", 9_000, Compiling.thoroughly(9_000, 40));
        seen("a.C", 9_000, Compiling.thoroughly(9_000, 5));

        assertThat(quick()).isTrue();
    }

    @Test
    void itStaysWhereItTakesLittle() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 32));

        assertThat(quick()).isFalse();
    }

    @Test
    void itStaysWhereTestsAreManyAndShort() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 45));
        for (int i = 0; i < 4_500; i++) {
            test("a.A", "t" + i);
        }
        assertThat(quick()).isTrue();

        test("a.A$Inside", "oneMore");
        assertThat(quick()).isFalse();
    }

    /** What the tests take without it must not bring it back: it would come and go with each run. */
    @Test
    void itStaysAwayWhereTestsAreShortOnlyWithoutIt() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 45));
        for (int i = 0; i < 4_400; i++) {
            test("a.A", "t" + i);
        }
        assertThat(quick()).isTrue();

        seen("a.A", 4_000, Compiling.quickly(4_000));
        assertThat(quick()).isTrue();
    }

    @Test
    void itMayTakeMuchWhereCoresAreFree() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 45));
        seen("a.B", 9_000, Compiling.thoroughly(9_000, 45));

        assertThat(quick(4, 4)).isFalse();
        assertThat(quick(4, 3)).isTrue();
        assertThat(quick(1, 2)).isFalse();
    }

    @Test
    void itComesBackWhereTestsComputeMoreWithoutIt() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 45));
        seen("a.A", 9_000, Compiling.quickly(9_500));
        assertThat(quick()).isFalse();

        seen("a.A", 9_000, Compiling.quickly(7_000));
        assertThat(quick()).isTrue();
    }

    @Test
    void itComesBackForMuchThatNeverHadIt() {
        seen("a.A", 9_000, Compiling.thoroughly(9_000, 45));
        seen("a.A", 9_000, Compiling.quickly(6_000));
        seen("a.New", 2_000, Compiling.quickly(2_000));
        assertThat(quick()).isTrue();

        seen("a.Newer", 1_000, Compiling.quickly(1_000));
        assertThat(quick()).isFalse();
    }

    private void test(String name, String method) {
        history.learn(new Measurement(new TestKey("g:a", "surefire:default-test", name, method), 4, "passed"), 1);
    }

    private boolean quick() {
        return quick(2, 1);
    }

    private boolean quick(int most, int cores) {
        Expectations expectations = new Expectations(history, "g:a", "surefire:default-test");
        return CompilerChoice.isQuick(expectations, List.copyOf(names), 1, most, cores);
    }

    private void seen(String name, long cpuMillis, Compiling compiling) {
        names.add(name);
        TestKey key = new TestKey("g:a", "surefire:default-test", name, TestKey.WHOLE_CLASS);
        history.learn(
                new Measurement(key, cpuMillis, "passed", cpuMillis),
                1,
                StartCost.UNKNOWN,
                Occasions.UNKNOWN,
                compiling);
    }
}
