package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    @Property(tries = 100)
    void everyBlockComesBackWhateverTheOrderOfReading(@ForAll List<byte[]> blocks) throws IOException {
        try (Spill spill = new Spill(Path.of("target"))) {
            List<Spill.Place> places = blocks.stream().map(spill::write).toList();

            for (int i = blocks.size() - 1; i >= 0; i--) {
                assertThat(spill.read(places.get(i))).isEqualTo(blocks.get(i));
            }
        }
    }

    @Test
    void readingBetweenTwoBlocksDoesNotDisturbTheNext(@TempDir Path folder) throws IOException {
        byte[] first = "first".getBytes(StandardCharsets.UTF_8);
        byte[] second = "the second".getBytes(StandardCharsets.UTF_8);
        try (Spill spill = new Spill(folder)) {
            Spill.Place one = spill.write(first);
            assertThat(spill.read(one)).isEqualTo(first);
            Spill.Place two = spill.write(second);

            assertThat(spill.read(two)).isEqualTo(second);
            assertThat(spill.read(one)).isEqualTo(first);
        }
    }

    @Test
    void theFileComesWithTheFirstBlockAndGoesInTheEnd(@TempDir Path folder) throws IOException {
        try (Spill spill = new Spill(folder)) {
            assertThat(list(folder)).isEmpty();
            spill.write(new byte[] {1});
            assertThat(list(folder)).hasSize(1);
        }
        assertThat(list(folder)).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsMadeAgain(@TempDir Path folder) throws IOException {
        try (Spill spill = new Spill(folder.resolve("none"))) {
            assertThat(spill.read(spill.write(new byte[] {1}))).containsExactly(1);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("none"));
        try (Spill spill = new Spill(folder.resolve("none"))) {
            assertThatThrownBy(() -> spill.write(new byte[] {1}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("none");
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
