package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestJavaTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"11.0.22", "16", "1.8.0_402", "9"})
    void anOldJavaIsNamedWithItsVersionAndPlace(String version) throws IOException {
        release(version);

        assertThat(TestJava.complaint(home))
                .get()
                .asString()
                .contains("Java 17 or newer", home.toString(), "is Java " + version, "toolchain", "-Dmp.skip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.15", "25.0.1", "21-ea"})
    void aNewOneIsFine(String version) throws IOException {
        release(version);

        assertThat(TestJava.complaint(home)).isEmpty();
    }

    @Test
    void oneThatSaysNothingIsFine() throws IOException {
        assertThat(TestJava.complaint(home)).isEmpty();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\n");
        assertThat(TestJava.complaint(home)).isEmpty();
    }

    private void release(String version) throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    }
}
