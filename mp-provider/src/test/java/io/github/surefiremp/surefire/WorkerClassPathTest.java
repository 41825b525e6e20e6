package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.surefire.fork.JavaArguments;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerClassPathTest {
    @TempDir
    Path temp;

    @Test
    void whatIsWrittenIntoAJarCanBeReadBack() throws IOException {
        List<String> classPath = new ArrayList<>();
        classPath.add(
                Files.createDirectories(temp.resolve("target/test classes")).toString());
        if ("UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))) {
            classPath.add(Files.createDirectories(temp.resolve("ümläut")).toString());
        }
        classPath.add(Files.createFile(temp.resolve("with % + # ; & signs.jar")).toString());
        classPath.add(temp.resolve("not there.jar").toString());
        Path jar = temp.resolve("mp worker.jar");

        WorkerClassPath.writeJar(jar, classPath, "org.example.Main");

        assertThat(WorkerClassPath.of(startedFrom(jar))).isEqualTo(classPath);
    }

    @Test
    void thousandsOfLongElementsFit() throws IOException {
        String folder = "a-rather-long-name-of-a-folder/".repeat(6);
        List<String> classPath = IntStream.range(0, 2_000)
                .mapToObj(i -> temp.resolve(folder + "library-" + i + ".jar").toString())
                .toList();
        Path jar = temp.resolve("worker.jar");

        WorkerClassPath.writeJar(jar, classPath, "org.example.Main");

        assertThat(WorkerClassPath.of(startedFrom(jar))).isEqualTo(classPath);
    }

    @Test
    void foldersEndWithASlashAndJarsDoNot() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("classes"));
        Path library = Files.createFile(temp.resolve("library.jar"));
        Path jar = temp.resolve("worker.jar");

        WorkerClassPath.writeJar(jar, List.of(folder.toString(), library.toString()), "org.example.Main");

        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes main = file.getManifest().getMainAttributes();
            String[] elements = main.getValue(Attributes.Name.CLASS_PATH).split(" ", -1);
            assertThat(elements).hasSize(2);
            assertThat(elements[0]).startsWith("file:/").endsWith("/classes/");
            assertThat(elements[1]).startsWith("file:/").endsWith("/library.jar");
            assertThat(main.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("org.example.Main");
        }
    }

    @Test
    void relativeElementsOfAManifestAreTakenFromWhereTheJarIs() throws IOException {
        Path jar = temp.resolve("sub/surefirebooter.jar");
        Files.createDirectories(jar.getParent());
        writeManifest(jar, "../libs/a%20b.jar c.jar");

        assertThat(WorkerClassPath.of(startedFrom(jar)))
                .containsExactly(
                        temp.resolve("libs/a b.jar").toString(),
                        temp.resolve("sub/c.jar").toString());
    }

    @Test
    void aPlainClassPathStaysAsItIs() throws IOException {
        String path = "/a b.jar" + File.pathSeparator + File.pathSeparator + "/classes";

        assertThat(WorkerClassPath.of(new JavaArguments(List.of(), path, null, List.of())))
                .containsExactly("/a b.jar", "/classes");
    }

    @Test
    void aSingleJarWithoutAClassPathIsTheClassPath() throws IOException {
        Path jar = temp.resolve("all in one.jar");
        writeManifest(jar, null);

        assertThat(WorkerClassPath.of(startedFrom(jar))).containsExactly(jar.toString());
    }

    @Test
    void aWorkerHasTheBooterThenTheTestsThenTheProviderOnceEach() {
        Properties booter = new Properties();
        booter.setProperty("classPathUrl.0", "/tests");
        booter.setProperty("classPathUrl.1", "/shared.jar");
        booter.setProperty("surefireClassPathUrl.0", "/mp.jar");
        BooterFiles files = new BooterFiles(temp, booter, new Properties());

        List<String> all = WorkerClassPath.complete(
                List.of("/booter.jar", "/tests", "/shared.jar", "/mp.jar"),
                files,
                List.of("/junit.jar", "/shared.jar", "/mp.jar"));

        assertThat(all).doesNotHaveDuplicates().startsWith("/booter.jar");
        assertThat(all.subList(all.size() - 4, all.size()))
                .containsExactly("/tests", "/shared.jar", "/junit.jar", "/mp.jar");
        assertThat(all).contains(WorkerClassPath.pathOf(org.apache.maven.surefire.booter.ForkedBooter.class));
    }

    @Test
    void aClassKnowsWhereItComesFrom() {
        assertThat(Path.of(WorkerClassPath.pathOf(WorkerClassPath.class))).exists();
    }

    private static JavaArguments startedFrom(Path jar) {
        return new JavaArguments(List.of(), null, jar.toString(), List.of());
    }

    private static void writeManifest(Path jar, String classPath) throws IOException {
        java.util.jar.Manifest manifest = new java.util.jar.Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (var out = Files.newOutputStream(jar);
                var written = new java.util.jar.JarOutputStream(out, manifest)) {
            written.finish();
        }
    }
}
