package io.github.surefiremp.surefire;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads Surefire's plugin-side protocol classes at the user's own version, beside the API classes of this JVM.
 *
 * <p>The parent is the loader of the API, so that events are the same classes on both sides; nothing is shaded and
 * nothing lands on the tests' class path. mp's own package {@code wire} refers to the protocol classes and is therefore
 * defined here, not in the parent, though its bytes come from there.
 */
final class ProtocolLoader extends URLClassLoader {
    private static final String OWN = "io.github.surefiremp.surefire.wire.";
    private static final String IMPLEMENTATION = OWN + "SurefireProtocol";

    private ProtocolLoader(URL[] jars, ClassLoader parent) {
        super("mp-protocol", jars, parent);
    }

    /**
     * @param jars Surefire's plugin-side jars
     * @throws IOException if they are not what this mp knows
     */
    static Protocol load(List<String> jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String jar : jars) {
            urls.add(url(jar));
        }
        @SuppressWarnings("resource") // It lives as long as this JVM.
        ProtocolLoader loader = new ProtocolLoader(urls.toArray(URL[]::new), Protocol.class.getClassLoader());
        try {
            return (Protocol)
                    loader.loadClass(IMPLEMENTATION).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException(
                    "mp cannot speak the fork protocol of this Surefire version (" + e
                            + "); use a version that mp was tested with: 3.2.5, 3.5.6 or 3.6.1",
                    e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static URL url(String jar) throws MalformedURLException {
        return Path.of(jar).toUri().toURL();
    }
}
