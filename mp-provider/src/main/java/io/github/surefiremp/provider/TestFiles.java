package io.github.surefiremp.provider;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** The files on the tests' class path, whose jars are opened when it is first asked for one. For one thread. */
final class TestFiles implements AutoCloseable {
    private final URLClassLoader files;

    /**
     * @param classPath jars and folders
     */
    TestFiles(List<String> classPath) {
        files = new URLClassLoader(classPath.stream().map(TestFiles::url).toArray(URL[]::new), null);
    }

    /** Whether there is a class of this name. */
    boolean hasClass(String name) {
        return files.findResource(name.replace('.', '/') + ".class") != null;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static URL url(String element) {
        try {
            return Path.of(element).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the class path of the tests has a strange element: " + element, e);
        }
    }
}
