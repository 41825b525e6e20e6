package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestClassesTest {
    private final TestClasses classes = new TestClasses("token");

    @Test
    void classesComeInTheirOrderOnceDiscoveryHasEnded() {
        assertThat(classes.take("token" + TestClasses.CLASS + "b.B")).isEmpty();
        assertThat(classes.take("token" + TestClasses.CLASS + "a.A")).isEmpty();

        assertThat(classes.take("token" + TestClasses.END)).contains(List.of("b.B", "a.A"));
    }

    @Test
    void aClassThatIsNamedTwiceCountsOnce() {
        classes.take("token" + TestClasses.CLASS + "a.A");
        classes.take("token" + TestClasses.CLASS + "a.A");

        assertThat(classes.take("token" + TestClasses.END)).contains(List.of("a.A"));
    }

    @Test
    void aSuiteWithoutClassesEndsToo() {
        assertThat(classes.take("token" + TestClasses.END)).contains(List.of());
    }

    @Test
    void whatATestLogsIsNoDiscovery() {
        assertThat(classes.accepts("token" + TestClasses.END)).isTrue();
        assertThat(classes.accepts(TestClasses.CLASS + "a.A")).isFalse();
        assertThat(classes.accepts(" token" + TestClasses.END)).isFalse();
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
