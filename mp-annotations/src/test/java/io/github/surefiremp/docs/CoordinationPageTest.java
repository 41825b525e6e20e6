package io.github.surefiremp.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the examples of the page against the classes of this package, which are compiled and run. */
class CoordinationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "coordination.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "io", "github", "surefiremp", "docs");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachExampleIsAClassThatIsTested() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1).strip())
                .toList();
        assertThat(examples).hasSizeGreaterThan(5).isSubsetOf(sources());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(CoordinationPageTest::withoutPackage).toList();
        }
    }

    private static String withoutPackage(Path file) {
        try {
            return Files.readString(file).replaceFirst("package [^;]*;", "").strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
