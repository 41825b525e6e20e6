package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooterFilesTest {
    private static final String MAIN = "org.apache.maven.surefire.booter.ForkedBooter";

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with blanks in it", "two  blanks", "ümläuté", "a -b --c", "mp-1_surefire 0"})
    void theFilesAreFoundWhereverTheFolderIs(String name) throws IOException {
        Path folder = folder(name);

        BooterFiles files =
                BooterFiles.find(MAIN + " " + folder + " 2026-01-01T10-00-00_000-jvmRun1 booter.tmp sys.tmp");

        assertThat(files.folder()).isEqualTo(folder);
        assertThat(files.booter()).containsEntry("testClass", "x");
        assertThat(files.systemProperties()).containsEntry("basedir", "/ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with blanks in it", "ümläuté"})
    void theFileOfSystemPropertiesMayBeMissing(String name) throws IOException {
        Path folder = folder(name);

        BooterFiles files = BooterFiles.find(MAIN + " " + folder + " 2026-01-01T10-00-00_000-jvmRun1 booter.tmp");

        assertThat(files.folder()).isEqualTo(folder);
        assertThat(files.booter()).containsEntry("testClass", "x");
        assertThat(files.systemProperties()).isEmpty();
    }

    @Test
    void theMainClassMayBeAJarInAFolderWithBlanks() throws IOException {
        Path folder = folder("my project/target/surefire");
        Path jar = folder.resolve("surefirebooter 1.jar");

        BooterFiles files = BooterFiles.find(jar + " " + folder + " dump booter.tmp sys.tmp");

        assertThat(files.folder()).isEqualTo(folder);
    }

    /** On Windows a part of the command such as {@code x\s.jar C:\y} is no path at all. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void partsOfTheCommandThatAreNoPathArePassedOver() throws IOException {
        Path folder = folder("plain");

        BooterFiles files = BooterFiles.find("/my jars/no\u0000path.jar " + folder + " dump booter.tmp sys.tmp");

        assertThat(files.folder()).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Main",
                "Main a b c d",
                "Main /nowhere dump booter.tmp sys.tmp",
                "Main relative dump booter.tmp sys.tmp"
            })
    void whatCannotBeFoundIsToldWithTheCommand(String command) {
        assertThatThrownBy(() -> BooterFiles.find(command))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mp cannot find the files with which Surefire started this JVM")
                .hasMessageEndingWith(": " + command);
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
    void whatSurefireGaveTheControllerAsTestsIsReplacedAsAWhole() {
        Properties booter = new Properties();
        booter.setProperty("classPathUrl.0", "tests");
        booter.setProperty("classPathUrl.1", "main");
        booter.setProperty("tc.0", "a.A");
        BooterFiles files = new BooterFiles(temp, booter, new Properties());

        assertThat(files.withTestClassPath(List.of("main")).booter())
                .isEqualTo(Map.of("classPathUrl.0", "main", "tc.0", "a.A"));
        assertThat(files.withTestClassPath(List.of("tests", "main", "jar")).testClassPath())
                .containsExactly("tests", "main", "jar");
        assertThat(files.withTestClassPath(List.of())).isEqualTo(files);
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
        assumeThat(name.chars().allMatch(c -> c < 128)
                        || "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding")))
                .as("the system can name the folder")
                .isTrue();
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
