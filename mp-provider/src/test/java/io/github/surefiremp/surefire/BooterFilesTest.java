package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooterFilesTest {
    @TempDir
    Path temp;

    @Test
    void theFilesAreThoseThatSurefireNames() throws IOException {
        Path folder = folder("with blanks in it");

        BooterFiles files = BooterFiles.read(List.of(folder.toString(), "dump", "booter.tmp", "sys.tmp"));

        assertThat(files.folder()).isEqualTo(folder);
        assertThat(files.settings()).isEqualTo(Map.of("testClass", "x"));
        assertThat(files.systemProperties()).containsEntry("basedir", "/ü");
    }

    @Test
    void theFileOfSystemPropertiesMayBeMissing() throws IOException {
        BooterFiles files = BooterFiles.read(List.of(folder("plain").toString(), "dump", "booter.tmp"));

        assertThat(files.booter()).containsEntry("testClass", "x");
        assertThat(files.systemProperties()).isEmpty();
    }

    @Test
    void whatSurefireDoesNotSayIsToldWithTheArguments() {
        assertThatThrownBy(() -> BooterFiles.read(List.of("/folder", "dump")))
                .isInstanceOf(IOException.class)
                .hasMessage("mp cannot find the files that Surefire wrote for its fork; the arguments are:"
                        + " [/folder, dump]");
    }

    @Test
    void theProviderIsToldWhatStockSurefireWouldTellIt() {
        Properties booter = new Properties();
        booter.setProperty("parallel", "none");
        booter.setProperty("processChecker", "native");
        BooterFiles files = new BooterFiles(temp, booter, new Properties());

        assertThat(files.booterFor(List.of(), Map.of())).isEqualTo(Map.of("processChecker", "native"));
        assertThat(files.booterFor(List.of(), Map.of("parallel", "instances", "groups", "fast")))
                .isEqualTo(Map.of("processChecker", "native", "parallel", "instances", "groups", "fast"));
    }

    @Test
    void classPathsComeInTheirOrder() {
        Properties booter = new Properties();
        for (int i = 0; i < 12; i++) {
            booter.setProperty("classPathUrl." + i, "test" + i);
        }
        booter.setProperty("surefireClassPathUrl.0", "provider");
        BooterFiles files = new BooterFiles(temp, booter, new Properties());

        assertThat(files.testClassPath())
                .containsExactly(
                        "test0", "test1", "test2", "test3", "test4", "test5", "test6", "test7", "test8", "test9",
                        "test10", "test11");
        assertThat(files.providerClassPath()).containsExactly("provider");
    }

    @Test
    void aWorkersSettingsHaveAnotherProviderAndAllElse() {
        Properties booter = new Properties();
        booter.setProperty("surefireClassPathUrl.0", "mp");
        booter.setProperty("surefireClassPathUrl.1", "mp's");
        booter.setProperty("surefireClassPathUrl.2", "api");
        booter.setProperty("classPathUrl.0", "tests");
        booter.setProperty("tc.0", "a.A");
        BooterFiles files = new BooterFiles(temp, booter, new Properties());

        Properties worker = files.booterFor(List.of("junit", "mp"), Map.of());

        Properties expected = new Properties();
        expected.setProperty("surefireClassPathUrl.0", "junit");
        expected.setProperty("surefireClassPathUrl.1", "mp");
        expected.setProperty("classPathUrl.0", "tests");
        expected.setProperty("tc.0", "a.A");
        assertThat(worker).isEqualTo(expected);
        assertThat(booter).hasSize(5);
    }

    @Test
    void settingsAreStoredAsSurefireReadsThem() throws IOException {
        Properties settings = new Properties();
        settings.setProperty("ü = :", " ä\n\\ €");
        Path file = temp.resolve("settings");

        BooterFiles.store(settings, file);

        Properties read = new Properties();
        try (var in = Files.newInputStream(file)) {
            read.load(in);
        }
        assertThat(read).isEqualTo(settings);
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name));
        Properties booter = new Properties();
        booter.setProperty("testClass", "x");
        BooterFiles.store(booter, folder.resolve("booter.tmp"));
        Properties system = new Properties();
        system.setProperty("basedir", "/ü");
        BooterFiles.store(system, folder.resolve("sys.tmp"));
        return folder;
    }
}
