package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurefireVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.3.0", "3.5.6", "3.6.1", "3.10.0", "4.0.0", "4.0.0-alpha-1", "3.2.5.redhat-1"})
    void newVersionsAreSupported(String version) {
        assertThat(SurefireVersion.isSupported(version)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2.22.2", "3.0.0", "3.0.0-M9", "3.2.4", "3.2.5-SNAPSHOT", "2.9", "2.100"})
    void oldAndUnknownVersionsAreNot(String version) {
        assertThat(SurefireVersion.isSupported(version)).isFalse();
    }

    @Test
    void oneVersionMixesNestedSets() {
        assertThat(Stream.of("3.2.5", "3.5.2", "3.5.3", "3.5.4", "3.6.1").filter(SurefireVersion::mixesNestedSets))
                .containsExactly("3.5.3");
    }

    @Test
    void theAdviceCanBeCopiedIntoThePom() {
        String advice = SurefireVersion.advice("maven-failsafe-plugin", "2.22.2");

        assertThat(advice)
                .contains(
                        "maven-failsafe-plugin 2.22.2 is too old",
                        "3.2.5 or newer",
                        "-Dmp.skip",
                        "<artifactId>maven-failsafe-plugin</artifactId>",
                        "<version>" + SurefireVersion.RECOMMENDED + "</version>");
        assertThat(SurefireVersion.isSupported(SurefireVersion.RECOMMENDED)).isTrue();
    }
}
