package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EarlyHistoryTest {
    @TempDir
    Path folder;

    @Test
    void whatThereWasToSayIsSaidWhenSomebodyListens() throws IOException {
        Path file = Files.writeString(folder.resolve("history.tsv"), "no history\n");
        List<String> warnings = new ArrayList<>();

        assertThat(EarlyHistory.read(file).get(warnings::add).rows()).isEmpty();

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains(file.toString());
    }

    @Test
    void withoutAFileItIsEmpty() {
        List<String> warnings = new ArrayList<>();

        assertThat(EarlyHistory.read(folder.resolve("none")).get(warnings::add).rows())
                .isEmpty();

        assertThat(warnings).isEmpty();
    }
}
