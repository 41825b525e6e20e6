package io.github.surefiremp.surefire;

import io.github.surefiremp.surefire.fork.JavaArguments;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.booter.ForkedBooter;

/**
 * The class path of a worker: Surefire's booter, the tests, and the provider that stock Surefire would use, in the
 * order that stock uses.
 */
final class WorkerClassPath {
    private WorkerClassPath() {}

    /**
     * All elements, as absolute paths without duplicates.
     *
     * @param fork the class path with which Surefire would start a fork
     * @param files what Surefire wrote for its fork
     * @param provider the class path of the worker's provider
     */
    static List<String> complete(List<String> fork, BooterFiles files, List<String> provider) {
        Set<String> booter = new LinkedHashSet<>(fork);
        booter.removeAll(files.testClassPath());
        booter.removeAll(files.providerClassPath());
        for (Class<?> needed : List.of(ForkedBooter.class, ProviderParameters.class, ConsoleLogger.class)) {
            booter.add(pathOf(needed));
        }
        Set<String> all = new LinkedHashSet<>(booter);
        all.addAll(files.testClassPath());
        all.addAll(provider);
        return new ArrayList<>(all);
    }

    /** The class path with which Surefire would start a fork, as absolute paths, whether it is in a jar or not. */
    static List<String> of(JavaArguments fork) throws IOException {
        if (fork.jar() == null) {
            return fork.classPath() == null ? List.of() : JavaArguments.elements(fork.classPath());
        }
        Path jar = Path.of(fork.jar()).toAbsolutePath();
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String listed =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (listed == null) {
                return List.of(jar.toString());
            }
            URI base = jar.toUri();
            return Arrays.stream(listed.split(" "))
                    .filter(uri -> !uri.isEmpty())
                    .map(uri -> Path.of(base.resolve(uri)).normalize().toString())
                    .toList();
        }
    }

    /** Writes a jar that holds nothing but the class path and the main class, so that its length never matters. */
    static void writeJar(Path jar, List<String> classPath, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(
                Attributes.Name.CLASS_PATH,
                String.join(" ", classPath.stream().map(WorkerClassPath::uri).toList()));
        main.put(Attributes.Name.MAIN_CLASS, mainClass);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream written = new JarOutputStream(out, manifest)) {
            written.finish();
        }
    }

    private static String uri(String element) {
        Path path = Path.of(element);
        String uri = path.toUri().toASCIIString();
        return Files.isDirectory(path) && !uri.endsWith("/") ? uri + "/" : uri;
    }

    static String pathOf(Class<?> type) {
        CodeSource source = Objects.requireNonNull(
                type.getProtectionDomain().getCodeSource(), () -> type + " does not say where it comes from");
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " comes from a strange place: " + source.getLocation(), e);
        }
    }
}
