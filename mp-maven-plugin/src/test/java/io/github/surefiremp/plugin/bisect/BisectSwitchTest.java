package io.github.surefiremp.plugin.bisect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BisectSwitchTest {
    @TempDir
    private Path folder;

    @Test
    void withoutTheOrderTestsRunAsEver() {
        assertThat(BisectSwitch.of(properties(Map.of("mp.bisect.goals", "test"))))
                .isEmpty();
    }

    @Test
    void classesAreSeparatedByCommasOrLinesOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("order"), "a.One\n*\na.Two\n");
        assertThat(order("a.One, a.Two")).containsExactly("a.One", "a.Two");
        assertThat(order("@" + file)).containsExactly("a.One", "*", "a.Two");
    }

    @Test
    void whatIsNoOrderIsAnError() {
        assertThatThrownBy(() -> order(" ,")).hasMessageContaining("-Dmp.bisect.order names no class");
        assertThatThrownBy(() -> order("@" + folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void holdsForTheNamedExecutionAlone() {
        BisectSwitch wanted = BisectSwitch.of(
                        properties(Map.of("mp.bisect.order", "A", "mp.bisect.in", "g:a/failsafe:default")))
                .orElseThrow();
        assertThat(wanted.isElsewhere("g:a", "failsafe:default")).isFalse();
        assertThat(wanted.isElsewhere("g:a", "surefire:default-test")).isTrue();
        assertThat(wanted.isElsewhere("g:b", "failsafe:default")).isTrue();
    }

    @Test
    void aShellTakesWhatIsQuotedAsOneWord() {
        assertThat(PasteCommand.quoted("-Dmp.bisect.order=a.One,a.Two")).isEqualTo("-Dmp.bisect.order=a.One,a.Two");
        assertThat(PasteCommand.quoted("-Da=it's a b")).isEqualTo("'-Da=it'\\''s a b'");
        assertThat(PasteCommand.quoted("")).isEqualTo("''");
        assertThat(PasteCommand.quoted("-Da=$HOME")).isEqualTo("'-Da=$HOME'");
    }

    private static Iterable<String> order(String value) {
        return BisectSwitch.of(properties(Map.of("mp.bisect.order", value)))
                .orElseThrow()
                .order();
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
