package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ReportEvent.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void aUnitNeedsANameAndClasses() {
        assertThatThrownBy(() -> new Unit(" ", List.of("a.A"))).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> new Unit("u", List.of())).hasMessageContaining("unit u has no classes");
    }

    @Test
    void aUnitDoesNotChangeWithTheListItWasMadeFrom() {
        List<String> classes = new ArrayList<>(List.of("a.A"));
        Unit unit = new Unit("u", classes);

        classes.add("a.B");

        assertThat(unit.classes()).containsExactly("a.A");
    }

    @Test
    void aMeasurementIsNotNegative() {
        TestKey key = new TestKey("g:a", "surefire:default-test", "a.A", "m");

        assertThatThrownBy(() -> new Measurement(key, -1, "passed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.A")
                .hasMessageContaining("-1");
    }

    @Test
    void theKeyOfAClassDiffersFromThatOfItsTestsInTheMethodAlone() {
        TestKey key = new TestKey("g:a", "surefire:default-test", "a.A", "m");

        assertThat(key.wholeClass()).isEqualTo(new TestKey("g:a", "surefire:default-test", "a.A", "*"));
        assertThat(key.wholeClass().wholeClass()).isEqualTo(key.wholeClass());
    }

    @Test
    void fiveKindsEndATest() {
        assertThat(Arrays.stream(Kind.values()).filter(Kind::endsTest))
                .containsExactlyInAnyOrder(Kind.PASSED, Kind.FAILED, Kind.ERROR, Kind.SKIPPED, Kind.ABORTED);
    }
}
