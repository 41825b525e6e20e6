package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.TestClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestClassesTest {
    private static final TestClass A = TestClass.whole("a.A", "why");
    private static final TestClass B = TestClass.whole("b.B", "why");

    private final TestClasses classes = new TestClasses("token");

    @Test
    void classesComeInTheirOrderOnceDiscoveryHasEnded() {
        assertThat(classes.take(TestClasses.line("token", B))).isEmpty();
        assertThat(classes.take(TestClasses.line("token", A))).isEmpty();

        assertThat(classes.take(TestClasses.end("token"))).contains(List.of(B, A));
    }

    @Test
    void aClassThatIsNamedTwiceCountsOnce() {
        classes.take(TestClasses.line("token", A));
        classes.take(TestClasses.line("token", A));

        assertThat(classes.take(TestClasses.end("token"))).contains(List.of(A));
    }

    @Test
    void aSuiteWithoutClassesEndsToo() {
        assertThat(classes.take(TestClasses.end("token"))).contains(List.of());
    }

    @Test
    void whatATestLogsIsNoDiscovery() {
        assertThat(classes.accepts(TestClasses.end("token"))).isTrue();
        assertThat(classes.accepts(TestClasses.line("token", A))).isTrue();
        assertThat(classes.accepts(TestClasses.line("other", A))).isFalse();
        assertThat(classes.accepts(" " + TestClasses.end("token"))).isFalse();
        assertThat(classes.accepts("")).isFalse();
    }

    @Test
    void anUnknownLineIsToldWithItsText() {
        assertThatThrownBy(() -> classes.take("token nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void aBlankTokenIsRefused() {
        assertThatThrownBy(() -> new TestClasses(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
