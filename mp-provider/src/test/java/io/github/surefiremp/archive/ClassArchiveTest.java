package io.github.surefiremp.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private Path classes;
    private Path junit;

    @BeforeEach
    void prepare() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        junit = jar(
                "junit.jar",
                "META-INF/MANIFEST.MF",
                "module-info.class",
                "META-INF/LICENSE.md",
                "org/junit/Test.class");
    }

    @Test
    void theJarsOfTheFrontKeepTheirOrderAndSoDoesTheRest() {
        Head head = Head.of(
                List.of("booter.jar", "classes", "a.jar", "junit.jar", "b.jar", "mp.jar", "c.jar"),
                List.of("booter.jar", "junit.jar", "mp.jar", "classes")::contains);

        assertThat(head.jars()).containsExactly("booter.jar", "junit.jar", "mp.jar");
        assertThat(head.rest()).containsExactly("classes", "a.jar", "b.jar", "c.jar");
        assertThat(head.passed()).containsExactly("classes", "a.jar", "b.jar");
    }

    @Test
    void whatIsNotThereIsWantedAndThenFound() throws IOException {
        ClassArchive archive = archive(head());

        assertThat(archive.file()).isEmpty();
        archive.want();

        assertThat(archive.folder().resolve(ClassArchive.WANTED)).hasContent(JAVA + "\n" + junit);
        make(archive);
        assertThat(archive.file()).contains(archive.folder().resolve(ClassArchive.ARCHIVE));
    }

    @Test
    void anArchiveThatIsShorterThanItWasIsNotUsed() throws IOException {
        ClassArchive archive = archive(head());
        archive.want();
        make(archive);
        Files.writeString(archive.folder().resolve(ClassArchive.ARCHIVE), "arch");

        assertThatThrownBy(archive::file).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
    }

    @Test
    void anotherJarNeedsAnotherArchive() throws IOException {
        ClassArchive before = archive(head());
        Files.setLastModifiedTime(junit, FileTime.fromMillis(1_000_000));

        assertThat(archive(head()).folder()).isNotEqualTo(before.folder());
    }

    @Test
    void whatWouldBeFoundInAnotherPlaceIsAnObstacle() throws IOException {
        ClassArchive archive = archive(head());
        archive.want();
        make(archive);
        Path own = classes.resolve("org/junit/Test.class");
        Files.createDirectories(own.getParent());
        assertThat(archive.file()).isPresent();
        Files.createFile(own);

        assertThatThrownBy(archive::file).hasMessage("org/junit/Test.class is in " + classes + ", too");
        assertThatThrownBy(archive::want).hasMessageContaining("too");
    }

    @Test
    void soItIsInAJarThatWasBefore() throws IOException {
        Path library =
                jar("library.jar", "META-INF/LICENSE.md", "module-info.class", "META-INF/versions/9/", "a/A.class");
        List<String> path = List.of(classes.toString(), library.toString(), junit.toString());
        ClassArchive archive = archive(Head.of(path, junit.toString()::equals));
        archive.want();
        make(archive);
        assertThat(archive.file()).isPresent();

        Files.delete(library);
        jar("library.jar", "META-INF/versions/11/org/junit/Test.class");

        assertThatThrownBy(archive::file).hasMessage("org/junit/Test.class is in " + library + ", too");
    }

    @Test
    void butNotInAJarThatWasBehind() throws IOException {
        Path library = jar("library.jar", "org/junit/Test.class");
        List<String> path = List.of(classes.toString(), junit.toString(), library.toString());
        ClassArchive archive = archive(Head.of(path, junit.toString()::equals));
        archive.want();
        make(archive);

        assertThat(archive.file()).isPresent();
    }

    private Head head() {
        return Head.of(List.of(classes.toString(), junit.toString()), junit.toString()::equals);
    }

    private ClassArchive archive(Head head) throws IOException {
        return ClassArchive.of(folder.resolve("archives"), JAVA, head);
    }

    private static void make(ClassArchive archive) throws IOException {
        Files.writeString(archive.folder().resolve(ClassArchive.ARCHIVE), "archive");
        Files.writeString(archive.folder().resolve(ClassArchive.SIZE), "7\n");
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.closeEntry();
            }
        }
        return jar;
    }
}
