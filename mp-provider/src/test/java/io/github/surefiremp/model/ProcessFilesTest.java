package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTest {
    @TempDir
    Path folder;

    @Test
    void whatADeadProcessLeftIsSweptAwayAndNothingElse() throws IOException {
        Path own = ProcessFiles.create(folder, "mp-worker", ".tmp");
        Path beside = Files.writeString(ProcessFiles.beside(folder.resolve("history.tsv")), "new");
        Path other = Files.createFile(folder.resolve("history.tsv"));
        Path odd = Files.createFile(folder.resolve("x.of-99999999999999999999.tmp"));
        Path dead = Files.createFile(
                folder.resolve(own.getFileName().toString().replace(pid(), "of-4000000"))); // no system has so many
        Path deadBeside =
                Files.createFile(folder.resolve(beside.getFileName().toString().replace(pid(), "of-4000000")));

        ProcessFiles.sweep(folder);

        assertThat(files()).containsExactlyInAnyOrder(own, beside, other, odd);
        assertThat(dead).doesNotExist();
        assertThat(deadBeside).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsNoTrouble() {
        ProcessFiles.sweep(folder.resolve("none"));
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static String pid() {
        return "of-" + ProcessHandle.current().pid();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
