package io.github.surefiremp.queue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link QueueServers} in a class loader of its own, so that its library meets nobody else's classes. */
public final class LoadedServers implements AutoCloseable {
    private final URLClassLoader loader;
    private final QueueServers servers;

    private LoadedServers(URLClassLoader loader, QueueServers servers) {
        this.loader = loader;
        this.servers = servers;
    }

    /**
     * Loads them.
     *
     * @param classPath the jars of the implementation
     * @throws IOException if they cannot be loaded
     */
    public static LoadedServers of(List<String> classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String path : classPath) {
            urls.add(Path.of(path).toUri().toURL());
        }
        URLClassLoader loader =
                new URLClassLoader("mp-queue", urls.toArray(URL[]::new), LoadedServers.class.getClassLoader());
        try {
            return new LoadedServers(loader, (QueueServers) loader.loadClass(QueueServers.IMPLEMENTATION)
                    .getConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            loader.close();
            throw new IOException("mp-redis cannot be loaded: " + e, e);
        }
    }

    public QueueServers servers() {
        return servers;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
