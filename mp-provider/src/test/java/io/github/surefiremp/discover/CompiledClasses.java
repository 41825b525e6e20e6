package io.github.surefiremp.discover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that a test compiles for itself: with a package annotation, of foreign libraries, or with parts missing. */
final class CompiledClasses implements AutoCloseable {
    private final Path folder;
    private final URLClassLoader loader;

    /**
     * @param sources file name, such as {@code com/shop/OrderTest.java}, and text
     * @param parent what the classes see at run time; they are compiled against the test's classpath
     */
    CompiledClasses(Path folder, ClassLoader parent, Map<String, String> sources) {
        this.folder = folder;
        try {
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue(), UTF_8);
                files.add(file);
            }
            compile(files);
            loader = new URLClassLoader(new URL[] {url(folder)}, parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none");
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalArgumentException(messages.toString());
            }
        }
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    /** Takes a class away before it is loaded. */
    CompiledClasses without(String name) {
        try {
            Files.delete(folder.resolve(name.replace('.', '/') + ".class"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
