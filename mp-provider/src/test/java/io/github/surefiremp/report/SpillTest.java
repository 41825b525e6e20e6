package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    @Property(tries = 100)
    void everyPieceComesBackWhateverTheOrderOfReading(@ForAll("pieces") List<Output> pieces) throws IOException {
        try (Spill spill = new Spill(Path.of("target"))) {
            List<Spill.Place> places = pieces.stream().map(spill::write).toList();

            for (int i = pieces.size() - 1; i >= 0; i--) {
                assertThat(spill.read(places.get(i))).isEqualTo(pieces.get(i));
            }
        }
    }

    @Test
    void readingBetweenTwoPiecesDoesNotDisturbTheNext(@TempDir Path folder) throws IOException {
        Output first = new Output("first", true, false, null, null, null);
        Output second = new Output("second", false, true, "NORMAL_RUN", 0L, "stack");
        try (Spill spill = new Spill(folder)) {
            Spill.Place one = spill.write(first);
            assertThat(spill.read(one)).isEqualTo(first);
            Spill.Place two = spill.write(second);

            assertThat(spill.read(two)).isEqualTo(second);
            assertThat(spill.read(one)).isEqualTo(first);
        }
    }

    @Test
    void theFileComesWithTheFirstPieceAndGoesInTheEnd(@TempDir Path folder) throws IOException {
        try (Spill spill = new Spill(folder)) {
            assertThat(list(folder)).isEmpty();
            spill.write(new Output("text", true, false, null, null, null));
            assertThat(list(folder)).hasSize(1);
        }
        assertThat(list(folder)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path folder) throws IOException {
        try (Spill spill = new Spill(folder.resolve("none"))) {
            assertThatThrownBy(() -> spill.write(new Output("text", true, false, null, null, null)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("none");
        }
    }

    @Provide
    Arbitrary<List<Output>> pieces() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('\u0000', '\uD7FF')
                .withChars('\u0000', '\n', 'ü', '€')
                .ofMaxLength(200);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(
                        texts,
                        flags,
                        flags,
                        Arbitraries.of("NORMAL_RUN", "RERUN_TEST_AFTER_FAILURE").injectNull(0.3),
                        Arbitraries.longs().injectNull(0.3),
                        texts.injectNull(0.3))
                .as(Output::new)
                .list()
                .ofMaxSize(20);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
