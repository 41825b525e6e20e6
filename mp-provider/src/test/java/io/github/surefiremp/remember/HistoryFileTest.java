package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.TestKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryFileTest {
    private static final TestKey KEY = new TestKey("g:a", "surefire:default-test", "a.A", "m");

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void whereThereIsNoFileTheHistoryIsEmptyAndNobodyIsWarned() {
        assertThat(new HistoryFile(folder.resolve("none/history.tsv"), warnings::add)
                        .read()
                        .rows())
                .isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void anUpdateIsThereForTheNextReader() {
        Path path = folder.resolve("new folder/history.tsv");

        new HistoryFile(path, warnings::add).update(history -> learn(history, KEY));

        assertThat(new HistoryFile(path, warnings::add).read().typicalMillis(KEY))
                .hasValue(5);
        assertThat(warnings).isEmpty();
    }

    @Test
    void nothingButTheHistoryAndItsLockStaysInTheFolder() throws IOException {
        HistoryFile file = new HistoryFile(folder.resolve("history.tsv"), warnings::add);

        file.update(history -> learn(history, KEY));
        file.update(history -> learn(history, KEY.wholeClass()));

        assertThat(names()).containsExactlyInAnyOrder("history.tsv", "history.tsv.lock");
    }

    @Test
    void aTextIsWrittenAsItIs() throws IOException {
        Path path = folder.resolve("deep/er/history.tsv");

        new HistoryFile(path, warnings::add).write("any text\n");

        assertThat(path).hasContent("any text\n");
        assertThat(path.getParent()).isDirectoryContaining("glob:**history.tsv");
        try (Stream<Path> all = Files.list(path.getParent())) {
            assertThat(all).containsExactly(path);
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneBegins() throws IOException {
        Path path = Files.writeString(folder.resolve("history.tsv"), "no history at all");
        HistoryFile file = new HistoryFile(path, warnings::add);

        file.update(history -> learn(history, KEY));

        assertThat(folder.resolve("history.tsv.unusable")).hasContent("no history at all");
        assertThat(file.read().typicalMillis(KEY)).hasValue(5);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains(path.toString(), "it does not start with", "history.tsv.unusable");
    }

    @Test
    void aFileOfANewerVersionIsSetAsideAndNotOverwritten() throws IOException {
        Path path = Files.writeString(folder.resolve("history.tsv"), "# mp-history 2\nmodule\n");

        assertThat(new HistoryFile(path, warnings::add).read().rows()).isEmpty();

        assertThat(folder.resolve("history.tsv.unusable")).content().startsWith("# mp-history 2");
        assertThat(warnings).singleElement().asString().contains("version 2");
    }

    @Test
    void aFileThatIsNotTextIsSetAside() throws IOException {
        Path path = Files.write(folder.resolve("history.tsv"), new byte[] {'#', (byte) 0xC3, (byte) 0x28});

        assertThat(new HistoryFile(path, warnings::add).read().rows()).isEmpty();

        assertThat(warnings).singleElement().asString().contains("UTF-8");
        assertThat(path).doesNotExist();
    }

    @Test
    void aSecondDamagedFileReplacesTheOneThatWasSetAside() throws IOException {
        Path path = folder.resolve("history.tsv");
        HistoryFile file = new HistoryFile(path, warnings::add);
        Files.writeString(path, "first");
        file.read();
        Files.writeString(path, "second");

        file.read();

        assertThat(folder.resolve("history.tsv.unusable")).hasContent("second");
        assertThat(warnings).hasSize(2);
    }

    @Test
    void whereNothingCanBeWrittenAWarningIsAll() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("a-file"), "");
        HistoryFile file = new HistoryFile(noFolder.resolve("history.tsv"), warnings::add);

        assertThat(file.read().rows()).isEmpty();
        file.update(history -> learn(history, KEY));

        assertThat(warnings)
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning).contains("history.tsv"))
                .last()
                .asString()
                .contains("cannot write the history", "what this run taught is lost");
    }

    @Test
    void aFolderInPlaceOfTheFileIsAWarningAndNothingIsDeleted() throws IOException {
        Path path =
                Files.createDirectories(folder.resolve("history.tsv/inside")).getParent();
        HistoryFile file = new HistoryFile(path, warnings::add);

        assertThat(file.read().rows()).isEmpty();
        file.update(history -> learn(history, KEY));

        assertThat(path.resolve("inside")).isDirectory();
        assertThat(warnings).isNotEmpty();
    }

    @Test
    void threadsThatUpdateOneFileLoseNothing() throws Exception {
        int threads = 8;
        int updates = 12;
        Path path = folder.resolve("shared/history.tsv");
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<String> told = java.util.Collections.synchronizedList(warnings);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String module = "g:module" + thread;
                all.add(pool.submit(() -> {
                    start.await();
                    HistoryFile file = new HistoryFile(path, told::add);
                    for (int i = 0; i < updates; i++) {
                        TestKey key = new TestKey(module, "surefire:default-test", "a.A", "m" + i);
                        file.update(history -> learn(history, key));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(told).isEmpty();
        assertThat(new HistoryFile(path, told::add).read().rows()).hasSize(threads * updates);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void learn(History history, TestKey key) {
        history.learn(new Measurement(key, 5, "passed"), 1);
    }
}
