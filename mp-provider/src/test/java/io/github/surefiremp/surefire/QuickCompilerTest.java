package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickCompilerTest {
    @TempDir
    Path home;

    private String java;

    @BeforeEach
    void makeJdk() throws IOException {
        Files.createDirectories(home.resolve("lib/server"));
        java = Files.createDirectories(home.resolve("bin")).resolve("java").toString();
    }

    @Test
    void itFitsTheJavaOfAJdk() {
        assertThat(QuickCompiler.fits(java, "", Map.of())).isTrue();
        assertThat(QuickCompiler.fits(java, "-Xmx1g -ea -Dx=-Xint.no -javaagent:a.jar=b@c", Map.of("PATH", "-Xint")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:TieredStopAtLevel=4",
                "-ea -XX:-TieredCompilation",
                "-XX:+UseJVMCICompiler",
                "-XX:Tier4InvocationThreshold=1",
                "-XX:CompileThreshold=100",
                "-XX:CompileCommand=quiet",
                "-XX:ReservedCodeCacheSize=48m",
                "-Xint",
                "-Xmx1g -Xcomp",
                "-server",
                "@arguments",
                "-XX:Flags=file"
            })
    void whatTheUserSaysOfCompilersHolds(String users) {
        assertThat(QuickCompiler.fits(java, users, Map.of())).isFalse();
        assertThat(QuickCompiler.fits(java, "", Map.of("JAVA_TOOL_OPTIONS", users)))
                .isFalse();
    }

    @Test
    void aScriptOrAnotherJvmMayNotKnowIt() throws IOException {
        assertThat(QuickCompiler.fits("/usr/local/bin/my-java", "", Map.of())).isFalse();
        assertThat(QuickCompiler.fits("java", "", Map.of())).isFalse();
        Files.createDirectories(home.resolve("lib/default"));
        assertThat(QuickCompiler.fits(java, "", Map.of())).isFalse();
    }
}
