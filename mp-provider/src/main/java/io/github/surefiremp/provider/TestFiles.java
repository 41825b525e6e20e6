package io.github.surefiremp.provider;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * What is on the tests' class path, most of which is not on the controller's: a JVM opens all jars of its class path
 * when it starts. They are opened when it is first asked for a file. For one thread.
 */
final class TestFiles {
    private final URLClassLoader files;

    /**
     * @param classPath jars and folders
     */
    TestFiles(List<String> classPath) {
        files = new URLClassLoader(classPath.stream().map(TestFiles::url).toArray(URL[]::new), null);
    }

    /** Whether there is a file of this name, with slashes. */
    boolean has(String name) {
        return files.findResource(name) != null;
    }

    private static URL url(String element) {
        try {
            return Path.of(element).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the class path of the tests has a strange element: " + element, e);
        }
    }
}
