package io.github.surefiremp.run;

import io.github.surefiremp.model.Preload;
import java.util.List;

/**
 * The main class of a JVM that writes an archive of its classes when it ends: it loads and runs what every worker does,
 * with mp's built-in tests. Nothing of a project is on its class path.
 */
public final class ArchiveMain {
    /** The second one goes ways that are new after the first, such as reading what was kept. */
    private static final int ROUNDS = 3;

    private ArchiveMain() {}

    /** Runs, and ends the JVM, at which the JVM writes what it has loaded. */
    public static void main(String[] unused) throws InterruptedException {
        Preload.load(
                        List.of(Preload.Classes.BOOTER, Preload.Classes.WORKER),
                        Thread.currentThread().getContextClassLoader())
                .join();
        WarmUp.run(ROUNDS);
        System.exit(0);
    }
}
