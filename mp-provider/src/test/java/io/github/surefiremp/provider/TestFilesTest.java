package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesAreFoundInFoldersAndJarsAlone() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test classes/a"));
        Files.createFile(classes.resolve("InFolder.class"));
        Path jar = folder.resolve("tests.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("a/InJar.class"));
        }
        try (TestFiles files = new TestFiles(List.of(
                classes.getParent().toString(), folder.resolve("gone.jar").toString(), jar.toString()))) {
            assertThat(files.hasClass("a.InFolder")).isTrue();
            assertThat(files.hasClass("a.InJar")).isTrue();
            assertThat(files.hasClass("a.Nowhere")).isFalse();
            assertThat(files.hasClass("java.lang.String")).isFalse();
        }
    }
}
