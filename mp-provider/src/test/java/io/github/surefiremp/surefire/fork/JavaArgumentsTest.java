package io.github.surefiremp.surefire.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaArgumentsTest {
    private static final List<String> REST = List.of("/folder with blanks", "dump", "booter.tmp", "sys.tmp");

    @TempDir
    Path temp;

    @Test
    void aJarWithAManifest() throws IOException {
        assertThat(parse("-jar", "/a b/booter.jar"))
                .isEqualTo(new JavaArguments(List.of(), null, "/a b/booter.jar", REST));
    }

    @Test
    void aClassWithItsPathInTheEnvironment() throws IOException {
        assertThat(JavaArguments.parse(with("org.example.Main"), Map.of("CLASSPATH", "/a:/b")))
                .isEqualTo(new JavaArguments(List.of(), "/a:/b", null, REST));
    }

    @Test
    void aFileOfArgumentsForModules() throws IOException {
        Path file = Files.writeString(temp.resolve("surefire args"), """
                --module-path
                "/a b/c.jar:/d\\\\e"
                --class-path
                "/tests"
                --patch-module
                m="/tests and more"
                --add-opens
                m/p=ALL-UNNAMED
                --add-opens=m/q=ALL-UNNAMED
                --add-modules
                ALL-MODULE-PATH
                --add-opens
                other/p=ALL-UNNAMED
                org.example.Main""");

        assertThat(parse("@" + file))
                .isEqualTo(new JavaArguments(
                        List.of(
                                "--module-path=/a b/c.jar:/d\\e",
                                "--patch-module=m=/tests and more",
                                "--add-opens=m/p=ALL-UNNAMED",
                                "--add-opens=m/q=ALL-UNNAMED",
                                "--add-modules=ALL-MODULE-PATH",
                                "--add-opens=other/p=ALL-UNNAMED"),
                        "/tests",
                        null,
                        REST));
    }

    @Test
    void argumentsOfTheJvmArePassedOver() throws IOException {
        assertThat(parse("-ea", "-Dx=-jar", "-cp", "/a", "Main"))
                .isEqualTo(new JavaArguments(List.of(), "/a", null, REST));
    }

    @Test
    void whatStartsNothingIsToldWithTheCommand() {
        assertThatThrownBy(() -> JavaArguments.parse(List.of("-ea", "-cp", "/a"), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("mp cannot find what Surefire would start; its command is: [-ea, -cp, /a]");
    }

    private static JavaArguments parse(String... arguments) throws IOException {
        return JavaArguments.parse(with(arguments), Map.of());
    }

    private static List<String> with(String... arguments) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), REST.stream())
                .toList();
    }
}
