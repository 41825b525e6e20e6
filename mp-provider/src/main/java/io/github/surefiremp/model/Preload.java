package io.github.surefiremp.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes before they are needed, beside what the JVM does meanwhile. A JVM that starts spends most of its time
 * on that, and on one core.
 *
 * <p>Story: one daemon thread for each call of {@link #begin} or {@link #load}, which ends when the lists do.
 * Classes are loaded and verified but not initialized, so none of their code runs and no lock but those of class loading
 * is held. A class that is not there, or not as expected, is left to whoever needs it: the lists are help, and may be
 * wrong for other versions of what they name.
 */
public final class Preload {
    private Preload() {}

    /** The lists of names, in the order in which the classes are needed. */
    public enum Classes {
        /** What a controller needs. */
        CONTROLLER("controller.classes"),
        /** What a worker needs until its provider begins. */
        BOOTER("booter.classes"),
        /** What a worker needs for the JUnit Platform. */
        WORKER("worker.classes");

        private final String resource;

        Classes(String resource) {
            this.resource = resource;
        }

        /** Their names. */
        List<String> names() throws IOException {
            try (InputStream in = Preload.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("mp's jar has no " + resource);
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
            }
        }
    }

    /**
     * Begins, where the machine has a core to spare.
     *
     * @param loader where the classes are
     * @return the thread; null where none was started
     */
    public static @Nullable Thread begin(Classes classes, @Nullable ClassLoader loader) {
        return Runtime.getRuntime().availableProcessors() < 2 ? null : load(List.of(classes), loader);
    }

    /**
     * Begins in any case, because the JVM has nothing else to do.
     *
     * @param lists one after another
     * @param loader where the classes are
     * @return the thread
     */
    public static Thread load(List<Classes> lists, @Nullable ClassLoader loader) {
        Thread thread = new Thread(() -> lists.forEach(classes -> loadAll(classes, loader)), "mp-preload");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void loadAll(Classes classes, @Nullable ClassLoader loader) {
        try {
            for (String name : classes.names()) {
                load(name, loader);
            }
        } catch (IOException | UncheckedIOException e) {
            // It is only slower without.
        }
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }

    /** Asking for the constructors has the JVM verify the class. */
    static void load(String name, @Nullable ClassLoader loader) {
        try {
            // A plugin's loader would look for it in its own jars first.
            ClassLoader from = isOfJdk(name) ? ClassLoader.getPlatformClassLoader() : loader;
            Object unused = Class.forName(name, false, from).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            // A loader may fail in its own way. Whoever needs it will be told.
        }
    }
}
