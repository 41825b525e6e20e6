package io.github.surefiremp.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.TestClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final List<TestClass> found = Stream.of("A", "B", "C", "D")
            .map(name -> TestClass.whole(name, "test"))
            .toList();

    @Test
    void hasTheNamedClassesInTheirOrder() {
        assertThat(Sequence.of(List.of("C", "A"), found)).isEqualTo(new Sequence(List.of("C", "A"), List.of()));
    }

    @Test
    void hasAllOthersInTheOrderInWhichTheyWereFound() {
        assertThat(Sequence.of(List.of("D", "*", "B"), found).classes()).containsExactly("D", "A", "C", "B");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(Sequence.of(List.of("A", "X", "B"), found).missing()).containsExactly("X");
    }

    @Test
    void countsANameOnce() {
        assertThat(Sequence.of(List.of("A", "B", "A"), found).classes()).containsExactly("A", "B");
    }
}
